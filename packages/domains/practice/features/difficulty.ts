/** How hard problems and skills are, from how often the learners of the training got them right. */
import type { Sequences } from './sequences.ts';

/** Attempts and right ones by position, 0 for what training has not seen. */
interface Tally {
  readonly attempts: Float64Array;
  readonly right: Float64Array;
}

export interface Difficulties {
  readonly items: Tally;
  readonly skills: Tally;
  /** Share of right answers over all attempts, held off 0 and 1. */
  readonly mean: number;
}

/** Attempts that the mean of its skills counts for beside a problem's own. */
const itemPrior = 6;
/** Attempts that the mean of all counts for beside a skill's own. */
const skillPrior = 20;

const tally = (length: number): Tally => ({
  attempts: new Float64Array(length),
  right: new Float64Array(length),
});

function add({ attempts, right }: Tally, position: number, isRight: number): void {
  attempts[position]++;
  right[position] += isRight;
}

/** @param sizes positions of items and of skills, 0 included */
export function difficultiesOf(
  sequences: Sequences,
  sizes: { readonly items: number; readonly skills: number },
): Difficulties {
  const [items, skills] = [tally(sizes.items), tally(sizes.skills)];
  let right = 0;
  for (let attempt = 0; attempt < sequences.right.length; attempt++) {
    right += sequences.right[attempt];
    count({ items, skills }, sequences, attempt);
  }
  // What was not seen has no number of its own.
  for (const { attempts: seen, right: known } of [items, skills]) [seen[0], known[0]] = [0, 0];
  return { items, skills, mean: (right + 1) / (sequences.right.length + 2) };
}

function count(
  { items, skills }: Pick<Difficulties, 'items' | 'skills'>,
  sequences: Sequences,
  attempt: number,
) {
  const isRight = sequences.right[attempt];
  add(items, sequences.items[attempt], isRight);
  for (let at = sequences.skillStarts[attempt]; at < sequences.skillStarts[attempt + 1]; at++) {
    add(skills, sequences.skills[at], isRight);
  }
}

/** What one learner's own attempts are to be taken away by. */
export interface OwnTally {
  readonly items: ReadonlyMap<number, readonly [attempts: number, right: number]>;
}

/**
 * Of the learners of the training, all of their answers to each problem: a difficulty that held a learner's own answer would
 * foretell it.
 */
export function ownTally(sequences: Sequences, learner: number): OwnTally {
  const items = new Map<number, readonly [number, number]>();
  for (let attempt = sequences.starts[learner]; attempt < sequences.starts[learner + 1]; attempt++) {
    const item = sequences.items[attempt];
    const [attempts, right] = items.get(item) ?? [0, 0];
    items.set(item, [attempts + 1, right + sequences.right[attempt]]);
  }
  return { items };
}

export const noTally: OwnTally = { items: new Map() };

export interface Easiness {
  /** Log-odds of a right answer of the average learner. */
  readonly logOdds: number;
  /** Attempts of others that it rests on. */
  readonly attempts: number;
}

/** A problem's share of right answers, drawn towards that of its skills, theirs towards that of all. */
export function easinessOf(
  { items, skills, mean }: Difficulties,
  item: number,
  exercised: Int32Array,
  own: OwnTally,
): Easiness {
  let prior = 0;
  for (const skill of exercised) {
    prior +=
      (skills.right[skill] + skillPrior * mean) / (skills.attempts[skill] + skillPrior) / exercised.length;
  }
  const [ownAttempts, ownRight] = own.items.get(item) ?? [0, 0];
  const attempts = item === 0 ? 0 : items.attempts[item] - ownAttempts;
  const right = item === 0 ? 0 : items.right[item] - ownRight;
  const share = (right + itemPrior * prior) / (attempts + itemPrior);
  return { logOdds: Math.log(share / (1 - share)), attempts };
}
