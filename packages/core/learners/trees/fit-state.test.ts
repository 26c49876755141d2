import { afterEach, expect, test, vi } from 'vitest';
import { pima } from '../../testing/pima.ts';
import { defaultTrees, fitTrees, type TreesSettings } from './boosted-trees.ts';
import { readFitState } from './fit-state.ts';
import { fitOptions } from './testing/rows.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const settings: TreesSettings = {
  ...defaultTrees,
  trees: 12,
  leaves: 5,
  learningRate: 0.3,
  members: 3,
  patience: 4,
  rowFraction: 0.8,
  featureFraction: 0.6,
};

/** The states that a fit saves where every look at the clock finds that ten seconds have passed. */
async function statesOf(data: Awaited<ReturnType<typeof pima>>): Promise<unknown[]> {
  const states: unknown[] = [];
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 10_000;
    return now;
  });
  const checkpoint = {
    load: async () => undefined,
    save: async (state: unknown) => {
      states.push(structuredClone(state));
    },
  };
  await fitTrees({ ...data, weights: null }, settings, { ...fitOptions, checkpoint });
  vi.restoreAllMocks();
  return states;
}

test('a fit that goes on from any of its states ends like an undisturbed one, bit for bit', async () => {
  const data = await pima(300);
  const undisturbed = await fitTrees({ ...data, weights: null }, settings, fitOptions);
  const states = await statesOf(data);
  expect(states.length).toBeGreaterThan(12);
  for (const state of states) {
    const checkpoint = { load: async () => state, save: async () => {} };
    const epochs: number[] = [];
    const resumed = await fitTrees({ ...data, weights: null }, settings, {
      ...fitOptions,
      checkpoint,
      onEpoch: ({ epoch }) => epochs.push(epoch),
    });
    expect(resumed).toEqual(undisturbed);
  }
});

test('a state is read back, also after a structured clone; that of another fit and what is none are not', async () => {
  const [state] = await statesOf(await pima(300));
  const fit = JSON.stringify({ seed: fitOptions.seed, settings, rows: 300 });
  expect(readFitState(state, fit)).not.toBeNull();
  expect(readFitState(state, `${fit} `)).toBeNull();
  expect(readFitState(undefined, fit)).toBeNull();
  expect(readFitState({ fit, finished: [[{}]], current: null }, fit)).toBeNull();
});
