/** The trained models of a data folder: which outcomes a whole artifact serves. */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { openModel } from '@praxis/core';
import { reason } from '../fault.ts';
import type { StoredVertical } from '../verticals.ts';
import type { ModelState } from './model-state.ts';

/** The state of the model of each of a vertical's outcomes, the hashes of its artifact verified. */
export async function modelStates(
  vertical: Pick<StoredVertical, 'champions'>,
  home: string,
): Promise<readonly ModelState[]> {
  const states: ModelState[] = [];
  for (const { outcome, artifact } of await vertical.champions()) {
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
