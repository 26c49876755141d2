/** The verticals that this version trains, each with its store: another one is another line. */
import type { PipelineContext, Vertical } from '@praxis/core';
import { type Database, diagnosisStore, fraudStore } from '@praxis/db';
import { diagnosis } from '@praxis/diagnosis';
import { fraud } from '@praxis/fraud';
import { type Train, trainerOf } from './training/run-training.ts';

/** Where a training reads and writes, and how much of the machine it takes. */
export type TrainingPlaces = Omit<PipelineContext<unknown>, 'store' | 'onProgress' | 'signal'>;

/** A vertical as workers and starts need it. */
export interface StoredVertical {
  readonly id: string;
  readonly outcomes: readonly string[];
  /** Looks an outcome up by its name; null where there is none. */
  readonly trainer: (places: TrainingPlaces) => (outcome: string) => Train | null;
  /** The artifact that serves each outcome, null before the first. */
  readonly champions: () => Promise<
    readonly { readonly outcome: string; readonly artifact: string | null }[]
  >;
}

export function storedVerticals(database: Database): readonly StoredVertical[] {
  return [stored(diagnosis, diagnosisStore(database)), stored(fraud, fraudStore(database))];
}

/** A vertical with the store that it trains from. */
export function stored<Outcome extends string, Store extends ChampionStore<Outcome>>(
  vertical: Vertical<string, Outcome, Store>,
  store: Store,
): StoredVertical {
  const { id, outcomes } = vertical;
  return {
    id,
    outcomes,
    trainer: (places) => trainerOf(vertical, { ...places, store }),
    champions: () =>
      Promise.all(outcomes.map(async (outcome) => ({ outcome, artifact: await store.champion(outcome) }))),
  };
}

interface ChampionStore<Outcome> {
  champion(outcome: Outcome): Promise<string | null>;
}
