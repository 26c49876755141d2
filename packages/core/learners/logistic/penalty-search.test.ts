import { expect, test } from 'vitest';
import { fitPreparation } from '../../prepare/preparation.ts';
import { createRandom } from '../../random.ts';
import { pima } from '../../testing/pima.ts';
import type { LogisticRows } from './newton.ts';
import { choosePenalty, penalties } from './penalty-search.ts';
import { prepareRows } from './prepared-rows.ts';

const signal = new AbortController().signal;

/** Normal columns of which the first alone says something, as much as `slope`. */
function normals(rows: number, columns: number, slope: number): LogisticRows {
  const random = createRandom(4);
  const z = Float32Array.from({ length: rows * columns }, random.normal);
  const labels = Uint8Array.from({ length: rows }, (_, row) =>
    random.uniform() < 1 / (1 + Math.exp(-slope * z[row * columns])) ? 1 : 0,
  );
  return { z, rows, columns, labels, weights: null };
}

test('noise alone asks for the largest penalty, one strong column in many rows for a small one', () => {
  expect(choosePenalty(normals(300, 30, 0), 1, signal)).toBe(penalties.at(-1));
  expect(choosePenalty(normals(3000, 1, 3), 1, signal)).toBeLessThanOrEqual(3);
});

test('on a real table where the best is within chance of the usual penalty, the usual one stays', async () => {
  const women = await pima();
  const preparation = fitPreparation(women, Int32Array.from(women.ids.keys()));
  const rows: LogisticRows = {
    z: await prepareRows(preparation, women, signal),
    rows: women.rows,
    columns: preparation.columns.length,
    labels: women.labels,
    weights: null,
  };
  const chosen = choosePenalty(rows, 7, signal);
  // The log loss of 10 is lower by 0.002, less than two standard errors on 768 rows.
  expect(chosen).toBe(1);
});

test('of more rows than it needs a sample chooses', () => {
  const many = normals(60_000, 2, 1);
  expect(penalties).toContain(choosePenalty(many, 1, signal));
});

test('a stop is heard between fits', () => {
  const stopped = AbortSignal.abort(new Error('stopped'));
  expect(() => choosePenalty(normals(300, 2, 1), 1, stopped)).toThrow('stopped');
});
