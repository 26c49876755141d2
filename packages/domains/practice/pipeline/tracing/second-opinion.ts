/** What the recurrent model says of a learner's next answer, beside ability and difficulty. */
import { lastLogOdds } from '@praxis/core';
import type { Attempt } from '../../data/responses/attempts.ts';
import type { TracingModel } from './tracing-artifact.ts';
import { readLearners } from './tracing-data.ts';

/** Probability of a right answer: its mean, and the bounds between which it lies with probability 0.9. */
interface Expected {
  readonly success: number;
  readonly low: number;
  readonly high: number;
}

/** Draws of dropout for the spread: more of them take longer than a page may wait. */
const samples = 8;
const seed = 1;
/** Attempts that are read, as many as simulated learners make. */
const remembered = 60;
/** Attempts of training at a skill below which the model is not asked about it. */
const fewestAttempts = 50;
/** Standard deviations between which a normal number lies with probability 0.9. */
const ninety = 1.6449;

const logOddsOf = (probability: number) => Math.log(probability / (1 - probability));
const chanceOf = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

/**
 * Both opinions together, each as much as it counted on learners whom neither knew. What each is unsure of is taken for
 * independent: the bounds are those of the weighted sum. Null where training hardly saw the skill: ability alone then tells.
 *
 * @param past in the order in which they were made
 * @param next its answer is not read
 * @param ability strictly between 0 and 1
 */
export function bothOpinions(
  { reading, recurrent, blend }: TracingModel,
  past: readonly Attempt[],
  next: Attempt,
  ability: Expected,
): Expected | null {
  const { skills } = reading.vocabulary;
  const seen = next.skills.map((skill) => reading.difficulties.skills.attempts[skills.get(skill) ?? 0] ?? 0);
  if (seen.some((attempts) => attempts < fewestAttempts)) return null;
  const { rows } = readLearners(reading, [{ attempts: [...past.slice(-remembered), next] }]);
  const told = lastLogOdds(recurrent, rows.sequences, { samples, seed });
  const logOdds =
    blend.intercept + blend.ability * logOddsOf(ability.success) + blend.recurrent * told.logOdds;
  const ofAbility = (logOddsOf(ability.high) - logOddsOf(ability.low)) / 2;
  const reach = Math.hypot(blend.ability * ofAbility, blend.recurrent * ninety * told.spread);
  return { success: chanceOf(logOdds), low: chanceOf(logOdds - reach), high: chanceOf(logOdds + reach) };
}
