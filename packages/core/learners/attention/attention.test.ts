import { expect, test } from 'vitest';
import { areaOf } from '../../evaluate/auroc.ts';
import { createRandom } from '../../random.ts';
import { fitAttention } from './fit-attention.ts';
import { attentionLogOdds } from './score.ts';
import { lastSteps } from './sequences.ts';
import type { AttentionSettings } from './settings.ts';

const length = 4;
const rows = 4000;
const groups = 200;
const settings: AttentionSettings = {
  stepFeatures: ['mark'],
  width: 8,
  heads: 2,
  hidden: 16,
  bins: 3,
  learningRate: 1e-2,
  weightDecay: 0,
  batchRows: 128,
  epochs: 8,
};

/** Rows of many groups in turn; one is an event where its group's last row but one had a high mark: its own says nothing. */
function madeUp() {
  const random = createRandom(5);
  const values = Float32Array.from({ length: rows }, random.normal);
  const owners = Int32Array.from({ length: rows }, () => random.below(groups));
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const steps = lastSteps(owners, all, length);
  const labels = Uint8Array.from(all, (row) => {
    const before = steps[row * length + length - 3];
    return before >= 0 && values[before] > 0.5 ? 1 : 0;
  });
  return {
    matrix: { features: [{ name: 'mark', kind: 'number', unit: null } as const], rows, values },
    hours: Float64Array.from(all, (row) => row),
    owners,
    labels,
  };
}

function sequencesOf({ matrix, hours, owners }: ReturnType<typeof madeUp>, from: number, to: number) {
  const asked = Int32Array.from({ length: to - from }, (_, place) => from + place);
  return { matrix, hours, steps: lastSteps(owners, asked, length), length };
}

const options = (signal = new AbortController().signal) => ({
  seed: 1,
  threads: 1,
  onEpoch: () => {},
  signal,
  checkpoint: null,
});

const trained = 3000;
const fit = (data: ReturnType<typeof madeUp>, seed = 1) =>
  fitAttention(
    {
      ...sequencesOf(data, 0, trained),
      labels: data.labels.slice(0, trained),
      weights: new Float32Array(trained).fill(2),
    },
    settings,
    { ...options(), seed },
  );

test('what only an earlier step says is learnt, and held for rows that were not trained on', async () => {
  const data = madeUp();
  const fitted = await fit(data);
  const logOdds = await attentionLogOdds(fitted, sequencesOf(data, trained, rows));
  expect(areaOf(data.labels.slice(trained), logOdds)).toBeGreaterThan(0.95);
});

test('the same seed gives the same scores, bit for bit, and another seed others', async () => {
  const data = madeUp();
  const asked = sequencesOf(data, trained, trained + 50);
  const scores = await attentionLogOdds(await fit(data), asked);
  expect(await attentionLogOdds(await fit(data), asked)).toEqual(scores);
  expect(await attentionLogOdds(await fit(data, 2), asked)).not.toEqual(scores);
});

test('a score does not change with what comes later or belongs to others', async () => {
  const data = madeUp();
  const fitted = await fit(data);
  const row = trained + 10;
  const [before] = await attentionLogOdds(fitted, sequencesOf(data, row, row + 1));
  const own = lastSteps(data.owners, Int32Array.of(row), length);
  const values = data.matrix.values.map((value, at) => (own.includes(at) ? value : 9));
  const [after] = await attentionLogOdds(
    fitted,
    sequencesOf({ ...data, matrix: { ...data.matrix, values } }, row, row + 1),
  );
  expect(after).toBe(before);
});

test('a sequence holds the last rows of its own group in their order, the present one last', () => {
  expect([...lastSteps([7, 8, 7, 7, 8, 7], Int32Array.of(5, 4, 0), 3)]).toEqual([
    2, 3, 5, -1, 1, 4, -1, -1, 0,
  ]);
});

test('a fit that is stopped ends with the reason; labels of one class are refused', async () => {
  const data = madeUp();
  const all = { ...sequencesOf(data, 0, trained), weights: new Float32Array(trained).fill(1) };
  const signal = AbortSignal.abort(new Error('stopped by hand'));
  const labels = data.labels.slice(0, trained);
  await expect(fitAttention({ ...all, labels }, settings, options(signal))).rejects.toThrow(
    'stopped by hand',
  );
  const none = new Uint8Array(trained);
  await expect(fitAttention({ ...all, labels: none }, settings, options())).rejects.toMatchObject({
    code: 'oneClass',
  });
});
