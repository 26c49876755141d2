import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Checkpoint } from '../../learners/contract.ts';
import { logisticDefaults, treesDefaults } from '../../learners/defaults.ts';
import { createRandom } from '../../random.ts';
import { pima } from '../../testing/pima.ts';
import type { FitData } from '../fit-data.ts';
import { type SearchOptions, searchSettings } from './search-settings.ts';

/** No leaf may be so small that there is a split: nothing is learnt. */
const ruined = { ...treesDefaults, trees: 40, members: 2, leaves: 3, minRows: 200 };

const budget = { trials: 8, seconds: null };
const options: SearchOptions = {
  seed: 1,
  threads: 1,
  signal: new AbortController().signal,
  checkpoint: null,
  onShare: () => {},
};

let data: FitData;
beforeAll(async () => {
  data = { ...(await pima(300)), weights: null, groups: null, times: null, labelDelayMs: 0 };
});

/** Keeps the last state, and what was done until it was kept. */
function memory(onSave: (saves: number) => void = () => {}) {
  let [kept, saves]: [unknown, number] = [undefined, 0];
  const checkpoint: Checkpoint = {
    load: async () => structuredClone(kept),
    save: async (state) => {
      kept = structuredClone(state);
      onSave(++saves);
    },
  };
  return { checkpoint, saves: () => saves };
}

test('settings that ruin the fit are replaced, settings that are as good as any are kept', async () => {
  const { settings, trials } = await searchSettings(data, ruined, budget, options);
  const [known, ...others] = trials;
  const found = trials.find((trial) => trial.settings === settings);
  expect(found).not.toBe(known);
  expect(found?.folds).toBe(4);
  expect(found?.logLoss).toBeLessThan(known.logLoss ?? 0);
  expect(others).toHaveLength(7);
  expect(known.folds).toBe(4);

  const kept = await searchSettings(data, { ...logisticDefaults, penalty: 10 }, budget, options);
  expect(kept.settings).toEqual({ ...logisticDefaults, penalty: 10 });
});

test('a search that was killed goes on to the same result and judges no trial twice', async () => {
  const undisturbed = memory();
  const whole = await searchSettings(data, ruined, budget, {
    ...options,
    checkpoint: undisturbed.checkpoint,
  });

  const controller = new AbortController();
  const { checkpoint, saves } = memory((count) => {
    if (count === 5) controller.abort(new Error('the power failed'));
  });
  const killed = searchSettings(data, ruined, budget, { ...options, signal: controller.signal, checkpoint });
  await expect(killed).rejects.toThrow('the power failed');
  expect(await searchSettings(data, ruined, budget, { ...options, checkpoint })).toEqual(whole);
  expect(saves()).toBe(undisturbed.saves());

  // Another seed is another search, which takes nothing over.
  await searchSettings(data, ruined, budget, { ...options, seed: 2, checkpoint });
  expect(saves()).toBe(2 * undisturbed.saves());
});

test('where no second is left, the settings are those it started from, and a search that ended so goes on no more', async () => {
  const { checkpoint } = memory();
  const own = { ...options, checkpoint };
  const kept = { settings: logisticDefaults, trials: [] };
  expect(await searchSettings(data, logisticDefaults, { trials: 8, seconds: 0 }, own)).toEqual(kept);
  expect(await searchSettings(data, logisticDefaults, { trials: 8, seconds: null }, own)).toEqual(kept);
});

test('shares rise to 1', async () => {
  const shares: number[] = [];
  const onShare = (share: number) => shares.push(share);
  await searchSettings(data, logisticDefaults, { trials: 3, seconds: null }, { ...options, onShare });
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test('rows of one group never judge a model that knows the group', async () => {
  // Every person has a number of their own and a label by chance, in four rows: only who knows the person knows the label.
  const random = createRandom(3);
  const persons = Array.from({ length: 60 }, () => ({ number: random.normal(), label: random.below(2) }));
  const rows = persons.flatMap((person, group) => Array.from({ length: 4 }, () => ({ ...person, group })));
  const people: FitData = {
    features: [{ name: 'number', kind: 'number', unit: null }],
    rows: rows.length,
    values: Float32Array.from(rows, ({ number }) => number),
    labels: Uint8Array.from(rows, ({ label }) => label),
    weights: null,
    groups: null,
    times: null,
    labelDelayMs: 0,
  };
  const start = { ...treesDefaults, leaves: 31, minRows: 1, lambda: 0, featureFraction: 1, members: 2 };
  const lossWith = async (groups: Int32Array | null) => {
    const { trials } = await searchSettings(
      { ...people, groups },
      start,
      { trials: 1, seconds: null },
      options,
    );
    return trials[0].logLoss;
  };
  expect(await lossWith(null)).toBeLessThan(0.4);
  // Nothing is to be known: half of 60 people is about ln 2 = .69, and chance and calibration gain a little.
  expect(await lossWith(Int32Array.from(rows, ({ group }) => group))).toBeGreaterThan(0.6);
});

test('with times, the earliest rows judge nobody', async () => {
  const times = Float64Array.from({ length: data.rows }, (_, row) => row);
  const { checkpoint } = memory();
  await searchSettings(
    { ...data, times },
    logisticDefaults,
    { trials: 1, seconds: null },
    { ...options, checkpoint },
  );
  const state = z.object({ judged: z.array(z.object({ logOdds: z.instanceof(Float64Array) })) });
  const { judged } = state.parse(await checkpoint.load());
  // Four windows after the first fifth of the rows.
  expect(judged.map(({ logOdds }) => logOdds.length)).toEqual([60, 60, 60, 61]);
});

test('a private training is refused: a search would spend more than its ε', async () => {
  const start = {
    name: 'privateLogistic',
    budget: { epsilon: 1 },
    delta: 1e-5,
    clip: 1,
    samplingRate: 0.1,
    steps: 10,
    learningRate: 1,
    penalty: 1,
    bounds: {},
    randomness: 'seeded',
  } as const;
  await expect(searchSettings(data, start, budget, options)).rejects.toThrow('spends more than ε');
});
