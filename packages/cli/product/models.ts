/** The trained models of a data folder: which outcomes a whole artifact serves. */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { openModel } from '@praxis/core';
import { type Database, diagnosisStore } from '@praxis/db';
import { diagnosis } from '@praxis/diagnosis';
import { reason } from '../fault.ts';
import type { ModelState } from './model-state.ts';

/** A vertical's outcomes and the artifact that serves each, null before the first. */
export interface Served {
  readonly vertical: string;
  readonly champions: () => Promise<
    readonly { readonly outcome: string; readonly artifact: string | null }[]
  >;
}

export function diagnosisModels(database: Database): Served {
  const store = diagnosisStore(database);
  return {
    vertical: diagnosis.id,
    champions: () =>
      Promise.all(
        diagnosis.outcomes.map(async (outcome) => ({ outcome, artifact: await store.champion(outcome) })),
      ),
  };
}

/** The state of every outcome's model, the hashes of its artifact verified. */
export async function modelStates(served: Served, home: string): Promise<readonly ModelState[]> {
  const states: ModelState[] = [];
  for (const { outcome, artifact } of await served.champions()) {
    states.push(artifact === null ? { outcome, state: 'none' } : await stateOf(outcome, artifact, home));
  }
  return states;
}

async function stateOf(outcome: string, artifact: string, home: string): Promise<ModelState> {
  try {
    const { card, release } = await openModel(path.join(home, 'models'), artifact);
    await release();
    return { outcome, state: 'ready', auroc: card.performance.auroc };
  } catch (error) {
    return { outcome, state: 'damaged', why: reason(error) };
  }
}

/**
 * Removes what a killed worker left half written. Artifacts are named by their hash and never touched; what is being
 * written has a name that begins with a dot. Only for who has the data folder alone.
 *
 * @param open whether a training run may go on: the fits that it has finished are then kept
 */
export async function removeLeftovers(home: string, open: boolean): Promise<void> {
  if (!open) await rm(path.join(home, 'runs'), { recursive: true, force: true });
  const folder = path.join(home, 'models');
  const names = existsSync(folder) ? await readdir(folder) : [];
  for (const name of names.filter((name) => name.startsWith('.'))) {
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
}
