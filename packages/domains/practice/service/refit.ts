/** Fits the difficulty of exercises again to all that the installation's learners answered, and serves it where it foretells better. */
import { logLoss } from '@praxis/core';
import { difficultyBeliefsCodec } from '../pipeline/difficulty/beliefs-codec.ts';
import { type DifficultyBeliefs, firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import type { CollectedAnswer } from '../pipeline/difficulty/fit-design.ts';
import { linked, refitBeliefs, withCorrections } from '../pipeline/difficulty/refit.ts';
import { readDifficulty } from './believed.ts';
import type { PracticeModel } from './practice-model.ts';
import { replayed } from './replay.ts';
import { type ObservedAttempt, observedAttempts, type StoredAttempt } from './stored-attempt.ts';

export interface RefitStore {
  /** Closed turns, the newest `most` of them in the order in which they were closed, and the beliefs that all of them made. */
  answered(most: number): Promise<{ attempts: readonly StoredAttempt[]; difficulty: unknown }>;
  /** Puts what `next` makes of the present beliefs in their place, between two answers. */
  replaceDifficulty(next: (difficulty: unknown) => unknown): Promise<void>;
}

export type Refit =
  /** Fitted since it was due. */
  | { readonly kind: 'notDue' }
  /** `fresh` answers since the last fit (of `answers`) are too few to fit again. */
  | { readonly kind: 'tooFew'; readonly answers: number; readonly fresh: number; readonly needed: number }
  /** Mean log loss on the newest answers, `held` of them, with the beliefs that answers made one by one and as fitted. */
  | {
      readonly kind: 'replaced' | 'worse' | 'overtaken';
      readonly answers: number;
      readonly held: number;
      readonly before: number;
      readonly after: number;
    }
  | { readonly kind: 'undetermined'; readonly answers: number };

export interface RefitOptions {
  /** What was fitted at this time or later is left as it is. Milliseconds since 1970, as `now`. */
  readonly dueSince: number;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

export const freshAnswersNeeded = 200;
/** The newest answers of a larger school: difficulties change too. */
export const mostAnswers = 50_000;
/** Of the answers, the newest are kept for the comparison. */
const heldShare = 0.2;

/**
 * Two fits: one to the older answers, judged on the newest, which neither it nor the beliefs that it is compared with have
 * seen; where it is no worse, one to all answers, which then serves. What answers teach meanwhile is kept.
 *
 * @throws the signal's reason; what the store says
 */
export async function refitDifficulties(
  store: RefitStore,
  model: PracticeModel,
  { dueSince, now, signal }: RefitOptions,
): Promise<Refit> {
  const { attempts, difficulty } = await store.answered(mostAnswers);
  const present = readDifficulty(model, difficulty);
  const all = observedAttempts(attempts, new Set(model.skills.map(({ id }) => id)));
  const { fit } = present;
  if (fit !== null && fit.at >= dueSince) return { kind: 'notDue' };
  const fresh = fit === null ? all.length : all.filter(({ at }) => at > fit.through).length;
  if (fresh < freshAnswersNeeded)
    return { kind: 'tooFew', answers: all.length, fresh, needed: freshAnswersNeeded };

  const held = Math.ceil(heldShare * all.length);
  const older = all.slice(0, -held);
  const judged = await refitBeliefs(model.difficulty, model.ability, collected(older), signal);
  const fitted = await refitBeliefs(model.difficulty, model.ability, collected(all), signal);
  if (judged === null || fitted === null) return { kind: 'undetermined', answers: all.length };
  const then = replayed(model, older, firstBeliefs(model.difficulty), new Map());
  const exercises = older.map(({ exercise }) => exercise);
  const newest = all.slice(-held);
  const lossOf = (beliefs: DifficultyBeliefs) =>
    lossOn(newest, replayed(model, newest, beliefs, then.learners).expected);
  const [before, after] = [
    lossOf(then.beliefs),
    lossOf(linked(model.difficulty, judged, then.beliefs, exercises)),
  ];
  const figures = { answers: all.length, held, before, after };
  if (after > before) return { kind: 'worse', ...figures };

  const mark = { at: now(), through: all[all.length - 1].at };
  const next = linked(
    model.difficulty,
    fitted,
    present,
    all.map(({ exercise }) => exercise),
  );
  let overtaken = false;
  await store.replaceDifficulty((stored) => {
    const serving = readDifficulty(model, stored);
    // Somebody else fitted meanwhile: what changed is not answers alone.
    overtaken = serving.fit?.at !== present.fit?.at;
    if (overtaken) return stored;
    return difficultyBeliefsCodec.encode({ ...withCorrections(next, present, serving), fit: mark });
  });
  return { kind: overtaken ? 'overtaken' : 'replaced', ...figures };
}

/** Whoever practises for months changes; in each month a learner is taken for one who does not. */
function collected(attempts: readonly ObservedAttempt[]): CollectedAnswer[] {
  return attempts.map(({ learner, exercise, correct, evidence, at }) => ({
    learner: `${learner} ${new Date(at).toISOString().slice(0, 7)}`,
    exercise,
    correct,
    evidence,
  }));
}

function lossOn(attempts: readonly ObservedAttempt[], expected: readonly number[]): number {
  const labels = Uint8Array.from(attempts, ({ correct }) => (correct ? 1 : 0));
  return logLoss(labels, Float64Array.from(expected)).value;
}
