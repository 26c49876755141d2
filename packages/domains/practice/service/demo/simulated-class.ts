/**
 * Simulated learners for the demo of a class. Their exercises are chosen, their answers checked and their abilities
 * learnt as for anybody; only what they answer is made up.
 */
import { createRandom, type Random } from '@praxis/core';
import type { Candidate } from '../../data/candidate.ts';
import { draftedExercise } from '../../data/drafted-exercise.ts';
import { SimulatedLearner, type World } from '../../data/learners/learner.ts';
import { fittedWorld } from '../../data/learners/world.ts';
import { answerText } from '../../data/templates/answer.ts';
import type { Draft } from '../../data/templates/template.ts';
import { difficultyOf, firstBeliefs } from '../../pipeline/difficulty/difficulty.ts';
import { recordAttempt } from '../attempt.ts';
import { checkAnswer } from '../checking/check-answer.ts';
import { chooseExercise } from '../choose.ts';
import { kernelModel } from '../kernel.ts';
import { type LearnerState, learnerStateCodec, newLearner } from '../learner-state.ts';
import { observationOf } from '../observation.ts';
import { placedExercise } from '../placed-exercise.ts';
import { type PracticeModel, usualTarget } from '../practice-model.ts';
import type { Reason } from '../reason.ts';
import type { StockedExercise, StoredAnswer, TurnOutcome } from '../store.ts';

interface SimulatedTurn {
  readonly exercise: string;
  readonly choice: Reason;
  readonly hintsShown: number;
  readonly startedAt: Date;
  readonly closedAt: Date;
  readonly outcome: TurnOutcome;
  readonly answers: readonly StoredAnswer[];
}

interface SimulatedHistory {
  readonly name: string;
  /** What is believed of the learner, as it is stored. */
  readonly state: unknown;
  /** The oldest first. */
  readonly turns: readonly SimulatedTurn[];
}

/** `struggles`: a field in which little succeeds; `peeks`: opens the solution rather than trying. */
interface Person {
  readonly name: string;
  readonly struggles?: string;
  readonly peeks?: boolean;
  /** Sessions that were missed at the end. */
  readonly absent?: number;
}

const people: readonly Person[] = [
  { name: 'Amara' },
  { name: 'Ben', struggles: 'fraction.' },
  { name: 'Chen Yu' },
  { name: 'Dora', peeks: true },
  { name: 'Emil', absent: 3 },
  { name: 'Fatima' },
  { name: 'Gao Lei', struggles: 'integer.' },
  { name: 'Hana' },
  { name: 'Ivo', absent: 1 },
  { name: 'Jun', peeks: true, struggles: 'fraction.' },
];

/** What the class worked on, session by session; where nothing is named, what helps each most. */
const topics: readonly (readonly string[])[] = [
  [],
  ['fraction.lowest-terms', 'fraction.add-subtract'],
  ['fraction.add-subtract', 'fraction.multiply'],
  [],
  ['integer.add-subtract', 'integer.multiply-divide'],
  ['integer.multiply-divide', 'expression.collect', 'linear.one-step'],
  ['fraction.add-subtract', 'linear.one-step'],
];
const exercisesPerSession = 9;
const daysBetween = 3;
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Logits by which the exercises are easier for this class than is assumed: it has worked on them before. */
const head = 1.4;
/** Of what a struggling learner would otherwise get right. */
const struggling = 0.25;
const peeking = 0.6;
const secondTry = 0.6;
const hinting = 0.15;

/**
 * @param stock verified exercises
 * @param now the last session lies a day before it
 * @returns a history for each simulated learner; the same seed, stock and moment give the same
 */
export function simulatedClass(
  stock: readonly StockedExercise[],
  seed: number,
  now: Date,
): SimulatedHistory[] {
  const model = kernelModel();
  const known = new Set(model.skills.map(({ id }) => id));
  const exercises = stock.filter(({ skill }) => known.has(skill)).map(placedExercise);
  const world = worldOf(model, exercises);
  return people.map((person, place) =>
    historyOf(person, model, exercises, world, createRandom(seed, place), now),
  );
}

/** Exercises are as hard as they are assumed to be, but for the head start of this class. */
function worldOf({ skills, difficulty }: PracticeModel, exercises: readonly Candidate[]): World {
  const beliefs = firstBeliefs(difficulty);
  const templates = [...new Set(exercises.map(({ template }) => template))];
  return {
    settings: fittedWorld,
    subject: {
      skills,
      place: new Map(skills.map(({ id }, index) => [id, index])),
      templates,
      difficulty: (exercise) => difficultyOf(difficulty, beliefs, exercise).mean - head,
    },
    templates: new Map(templates.map((id) => [id, { difficulty: 0, slope: 1, guess: 0 }])),
  };
}

function historyOf(
  person: Person,
  model: PracticeModel,
  exercises: readonly Candidate[],
  world: World,
  random: Random,
  now: Date,
): SimulatedHistory {
  const simulated = new SimulatedLearner(world, random);
  const habits = new Set<string>();
  const beliefs = firstBeliefs(model.difficulty);
  let learner: LearnerState = newLearner(model.skills, model.ability);
  const turns: SimulatedTurn[] = [];
  const sessions = topics.slice(0, topics.length - (person.absent ?? 0));
  sessions.forEach((topic, session) => {
    const day = (session - topics.length) * daysBetween + daysBetween - 1;
    let at = now.getTime() + day * dayMs;
    for (let number = 0; number < exercisesPerSession; number++) {
      const skill = topic.length === 0 ? null : (topic[number % topic.length] ?? null);
      const situation = { model, beliefs, learner, candidates: exercises, at };
      const chosen = chooseExercise(situation, { target: usualTarget, skill });
      if (!chosen.ok) continue;
      const { exercise, reason } = chosen.value;
      const draft = draftedExercise(exercise.id)?.draft;
      if (draft === undefined) continue;
      const held = person.struggles !== undefined && exercise.skill.startsWith(person.struggles);
      const chance = simulated.successProbability(exercise, day) * (held ? struggling : 1);
      const tried = attempt(draft, chance, person.peeks ?? false, habits, random);
      if (!held) simulated.practise(exercise, day);
      const closedAt = at + minuteMs * (1 + random.below(3));
      turns.push({
        ...{ exercise: exercise.id, choice: reason, ...tried },
        ...{ startedAt: new Date(at), closedAt: new Date(closedAt) },
      });
      const observation = observationOf(tried, tried.outcome);
      const recorded =
        observation === null
          ? null
          : recordAttempt(model, beliefs, learner, {
              exercise,
              ...observation,
              review: reason.kind === 'review',
              at: closedAt,
            });
      if (recorded?.ok) learner = recorded.value.learner;
      at = closedAt + minuteMs;
    }
  });
  return { name: person.name, state: learnerStateCodec.encode(learner), turns };
}

type Tried = Pick<SimulatedTurn, 'hintsShown' | 'outcome' | 'answers'>;

/** What is typed: the answer, or what a misconception leads to, preferably one that this learner had before. */
function attempt(draft: Draft, chance: number, peeks: boolean, habits: Set<string>, random: Random): Tried {
  const hintsShown = random.uniform() < hinting && draft.hints.length > 0 ? 1 : 0;
  const right = checked(draft, answerText(draft.answer).ascii);
  if (random.uniform() < chance && right.verdict === 'right')
    return { hintsShown, outcome: 'right', answers: [right] };
  const { mistakes } = draft;
  const usual = mistakes.filter(({ misconception }) => habits.has(misconception.id));
  const among = usual.length > 0 ? usual : mistakes;
  const mistake = among[random.below(Math.max(among.length, 1))];
  if (mistake === undefined || (peeks && random.uniform() < peeking))
    return { hintsShown, outcome: 'shown', answers: [] };
  habits.add(mistake.misconception.id);
  const wrong = checked(draft, answerText(mistake.answer).ascii);
  const mended = right.verdict === 'right' && random.uniform() < secondTry;
  return { hintsShown, outcome: mended ? 'right' : 'shown', answers: mended ? [wrong, right] : [wrong] };
}

function checked(draft: Draft, typed: string): StoredAnswer {
  const verdict = checkAnswer(draft, typed);
  const misconception = verdict.verdict === 'wrong' ? (verdict.misconception?.id ?? null) : null;
  return { typed, verdict: verdict.verdict, misconception };
}
