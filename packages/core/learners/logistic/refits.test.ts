import { expect, test } from 'vitest';
import { fitPreparation } from '../../prepare/preparation.ts';
import { createRandom } from '../../random.ts';
import { pima } from '../../testing/pima.ts';
import { exactGain, type LogisticRows, solveLogistic } from './newton.ts';
import { prepareRows } from './prepared-rows.ts';
import { affordableCurvature, refitLogistic } from './refits.ts';

const signal = new AbortController().signal;
const exact = { start: null, smallestGain: exactGain, signal, onIteration: () => {} };
const replicates = 60;
const options = { replicates, seed: 3, threads: 1, signal };

const women = await pima();
const preparation = fitPreparation(women, Int32Array.from(women.ids.keys()));
const rows: LogisticRows = {
  z: await prepareRows(preparation, women, signal),
  rows: women.rows,
  columns: preparation.columns.length,
  labels: women.labels,
  weights: null,
};
const solution = solveLogistic(rows, 1, exact);

/** The same draws: row after row, a count for each refit. */
function drawn(): readonly Float32Array[] {
  const random = createRandom(options.seed);
  const counts = Float32Array.from({ length: rows.rows * replicates }, random.poisson);
  return Array.from({ length: replicates }, (_, refit) =>
    Float32Array.from({ length: rows.rows }, (_, row) => counts[row * replicates + refit]),
  );
}

/** Each coefficient of the refits, less that of all rows: root mean square. */
function spread(refits: readonly ArrayLike<number>[]): readonly number[] {
  return Array.from(solution.coefficients, (value, i) =>
    Math.sqrt(refits.reduce((sum, refit) => sum + (refit[i] - value) ** 2, 0) / refits.length),
  );
}

const unpacked = (refits: Float32Array) =>
  Array.from({ length: replicates }, (_, refit) =>
    Array.from(solution.coefficients, (_, i) => refits[i * replicates + refit]),
  );

test('one step with own second derivatives all but ends where a fit of the resample would', async () => {
  const solved = drawn().map((weights) => solveLogistic({ ...rows, weights }, 1, exact).coefficients);
  const stepped = unpacked(await refitLogistic(rows, 1, solution, { ...options, curvature: 'own' }));
  const [ours, theirs] = [spread(stepped), spread(solved)];
  for (const [i, deviation] of theirs.entries()) {
    // What is left is of second order: a tenth of the spread.
    expect(Math.abs(ours[i] / deviation - 1)).toBeLessThan(0.1);
    const apart = solved.reduce((sum, refit, place) => sum + (refit[i] - stepped[place][i]) ** 2, 0);
    expect(Math.sqrt(apart / replicates)).toBeLessThan(0.25 * deviation);
  }
});

test('shared second derivatives give the same spread within a few tenths on few rows', async () => {
  const [own, shared] = [
    spread(unpacked(await refitLogistic(rows, 1, solution, { ...options, curvature: 'own' }))),
    spread(unpacked(await refitLogistic(rows, 1, solution, { ...options, curvature: 'shared' }))),
  ];
  for (const [i, deviation] of own.entries()) expect(Math.abs(shared[i] / deviation - 1)).toBeLessThan(0.25);
});

test('a wide and long table shares second derivatives, a usual one does not', () => {
  expect(affordableCurvature({ ...rows, rows: 200_000, columns: 40 }, 100)).toBe('own');
  expect(affordableCurvature({ ...rows, rows: 200_000, columns: 300 }, 100)).toBe('shared');
});
