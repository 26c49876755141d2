import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { solveLogistic } from '../logistic/newton.ts';
import { fitSparseLogistic } from './fit.ts';
import { SparseRowBuilder, sparseLogOdds } from './rows.ts';

const [rowCount, columns] = [400, 12];
const going = { signal: new AbortController().signal, onIteration: () => {} };

/** Flags of which about three in twelve are set, labels that follow them. */
function lesson() {
  const random = createRandom(7);
  const dense = new Float32Array(rowCount * columns);
  const builder = new SparseRowBuilder();
  const labels = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    let logOdds = 0.4;
    for (let column = 0; column < columns; column++) {
      if (random.uniform() >= 0.25) continue;
      const value = Math.fround(random.normal());
      dense[row * columns + column] = value;
      builder.add(column, value);
      logOdds += value * (column - 5) * 0.3;
    }
    builder.endRow();
    labels[row] = random.uniform() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  }
  return { dense, rows: builder.rows(), labels };
}

test('the coefficients are those of Newton’s method on the same rows written out', async () => {
  const { dense, rows, labels } = lesson();
  const penalty = 2;
  const { coefficients } = solveLogistic(
    { z: dense, rows: rowCount, columns, labels, weights: null },
    penalty,
    {
      start: null,
      smallestGain: 1e-14,
      signal: going.signal,
      onIteration: () => {},
    },
  );
  const fitted = await fitSparseLogistic(
    { rows, labels, penalties: new Float64Array(columns).fill(penalty) },
    going,
  );
  expect(Math.abs(fitted.intercept - coefficients[0])).toBeLessThan(2e-3);
  for (const [column, value] of fitted.coefficients.entries()) {
    expect(Math.abs(value - coefficients[column + 1]), `column ${column}`).toBeLessThan(2e-3);
  }
});

test('a column with a penalty of its own is drawn to 0 by it, the others are not', async () => {
  const { rows, labels } = lesson();
  const penalties = new Float64Array(columns).fill(0.1);
  const free = await fitSparseLogistic({ rows, labels, penalties }, going);
  const held = await fitSparseLogistic(
    { rows, labels, penalties: penalties.map((value, column) => (column === 11 ? 1e6 : value)) },
    going,
  );
  expect(Math.abs(free.coefficients[11])).toBeGreaterThan(1);
  expect(Math.abs(held.coefficients[11])).toBeLessThan(1e-3);
  expect(Math.abs(held.coefficients[0])).toBeGreaterThan(0.5);
});

test('log-odds are the intercept and what the row’s columns add, several entries of a column together', () => {
  const builder = new SparseRowBuilder();
  builder.add(1, 2);
  builder.add(1, 3);
  builder.endRow();
  builder.endRow();
  const coefficients = Float64Array.of(7, 10);
  expect([...sparseLogOdds(builder.rows(), { intercept: 1, coefficients })]).toEqual([51, 1]);
});

test('a fit that is stopped ends with the reason, and rows of one class are refused', async () => {
  const { rows, labels } = lesson();
  const penalties = new Float64Array(columns);
  const stopped = { ...going, signal: AbortSignal.abort(new Error('enough')) };
  await expect(fitSparseLogistic({ rows, labels, penalties }, stopped)).rejects.toThrow('enough');
  const alike = { rows, labels: labels.map(() => 1), penalties };
  await expect(fitSparseLogistic(alike, going)).rejects.toMatchObject({ code: 'oneClass' });
});
