/** What practising needs from a database; `db/queries/` satisfies it, the composition roots put both together. */
import type { Result } from '@praxis/core';
import { type DifficultyBeliefs, firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { type Attempt, type AttemptError, recordAttempt } from './attempt.ts';
import { forSkills, type LearnerState, newLearner } from './learner-state.ts';
import type { PracticeModel } from './practice-model.ts';

/** A value with the version that was read; who writes says which version was read, so that nothing is lost. */
export interface Versioned<Value> {
  readonly value: Value;
  readonly version: number;
}

export interface PracticeStore {
  readonly learner: (id: string) => Promise<Versioned<LearnerState> | null>;
  readonly beliefs: () => Promise<Versioned<DifficultyBeliefs> | null>;
  /** Writes both, or neither where one of them is no longer of the version that was read (null: not there yet). */
  readonly write: (change: {
    readonly learner: {
      readonly id: string;
      readonly value: LearnerState;
      readonly readVersion: number | null;
    };
    readonly beliefs: { readonly value: DifficultyBeliefs; readonly readVersion: number | null };
  }) => Promise<boolean>;
}

export interface PracticeState {
  readonly learner: LearnerState;
  readonly beliefs: DifficultyBeliefs;
}

/** What is known of a learner and of the exercises; for whom there is nothing, what is believed of anybody. */
export async function readPractice(
  store: PracticeStore,
  model: PracticeModel,
  learnerId: string,
): Promise<PracticeState> {
  const { learner, beliefs } = await stored(store, model, learnerId);
  return { learner: learner.value, beliefs: beliefs.value };
}

async function stored(store: PracticeStore, model: PracticeModel, learnerId: string) {
  const [learner, beliefs] = await Promise.all([store.learner(learnerId), store.beliefs()]);
  return {
    learner: {
      value:
        learner === null
          ? newLearner(model.skills, model.ability)
          : forSkills(learner.value, model.skills, model.ability),
      readVersion: learner?.version ?? null,
    },
    beliefs: {
      value: beliefs?.value ?? firstBeliefs(model.difficulty),
      readVersion: beliefs?.version ?? null,
    },
  };
}

export interface BusyError {
  readonly code: 'busy';
  readonly message: string;
  readonly place: string;
}

/** Others may answer at the same time: then it is done again with what they left. */
const tries = 10;

export async function practise(
  store: PracticeStore,
  model: PracticeModel,
  learnerId: string,
  attempt: Attempt,
): Promise<Result<PracticeState, AttemptError | BusyError>> {
  for (let tried = 0; tried < tries; tried++) {
    const { learner, beliefs } = await stored(store, model, learnerId);
    const recorded = recordAttempt(model, beliefs.value, learner.value, attempt);
    if (!recorded.ok) return recorded;
    const written = await store.write({
      learner: { id: learnerId, value: recorded.value.learner, readVersion: learner.readVersion },
      beliefs: { value: recorded.value.beliefs, readVersion: beliefs.readVersion },
    });
    if (written) return recorded;
  }
  const message = 'Too many answers came at the same time; this one was not recorded.';
  return { ok: false, error: { code: 'busy', message, place: 'store' } };
}
