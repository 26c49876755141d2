import { expect, test } from 'vitest';
import { fitPreparation } from '../../prepare/preparation.ts';
import { createRandom } from '../../random.ts';
import { pima } from '../../testing/pima.ts';
import { scikitLearnCoefficients, whyNoScikitLearn } from '../../testing/scikit-learn.ts';
import { FitError } from '../errors.ts';
import { exactGain, type LogisticRows, solveLogistic } from './newton.ts';
import { prepareRows } from './prepared-rows.ts';

const signal = new AbortController().signal;
const options = { start: null, smallestGain: exactGain, signal, onIteration: () => {} };

const women = await pima();
const preparation = fitPreparation(women, Int32Array.from(women.ids.keys()));
const prepared: LogisticRows = {
  z: await prepareRows(preparation, women, signal),
  rows: women.rows,
  columns: preparation.columns.length,
  labels: women.labels,
  weights: null,
};
const weights = Float32Array.from({ length: women.rows }, (_, row) => 1 + (row % 3));

/**
 * scikit-learn 1.9.1 on the file testing/pima-diabetes.csv.gz, read into `raw` [768, 8] (float32, NaN where missing) and
 * `y`:
 *
 *   raw[:, 0] = np.log1p(raw[:, 0])
 *   columns = []
 *   for x in raw.T:
 *       missing = np.isnan(x)
 *       columns.append(np.where(missing, 0, (x - np.nanmean(x)) / np.nanstd(x)))
 *       if missing.any(): columns.append(missing - missing.mean())
 *   model = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=1e-12, max_iter=1000)
 *   model.fit(np.stack(columns, axis=1), y, sample_weight=weights)  # weights: 1 + np.arange(768) % 3
 *   print([*model.intercept_, *model.coef_[0]])
 */
const published = [
  {
    penalty: 1,
    weights: null,
    coefficients: [
      -0.867811, 0.361521, 1.129512, 0.184753, -0.11202, 0.817186, 0.058128, -0.027095, -0.072988, 0.33398,
      0.663393, -0.470662, 0.3173, 0.177387,
    ],
  },
  {
    penalty: 25,
    weights: null,
    coefficients: [
      -0.804017, 0.268454, 0.865028, 0.016492, -0.023649, 0.15619, 0.106917, 0.079086, 0.039326, 0.144245,
      0.490554, -0.033303, 0.248786, 0.176055,
    ],
  },
  {
    penalty: 1,
    weights,
    coefficients: [
      -0.857915, 0.381812, 1.150867, 0.415009, -0.110951, 0.869498, 0.109412, 0.060636, 0.035658, 0.300043,
      0.612899, -0.651112, 0.453073, 0.187183,
    ],
  },
];

test.each(published)(
  'coefficients are scikit-learn’s: penalty $penalty',
  ({ penalty, weights, coefficients }) => {
    const solved = solveLogistic({ ...prepared, weights }, penalty, options);
    expect(solved.coefficients).toHaveLength(coefficients.length);
    // Its columns are double precision, ours float32: the coefficients agree to the printed digits.
    for (const [index, value] of coefficients.entries()) {
      expect(Math.abs(solved.coefficients[index] - value)).toBeLessThan(5e-6);
    }
  },
);

test('coefficients are those that scikit-learn finds now, for small, usual and large penalties', async (context) => {
  const why = await whyNoScikitLearn();
  if (why) return context.skip(why);
  const { z, rows, columns, labels } = prepared;
  const table = Array.from({ length: rows }, (_, row) => [...z.subarray(row * columns, (row + 1) * columns)]);
  const penalties = [1e-4, 1, 1e4];
  const given = { z: table, labels: [...labels], weights: [...weights], penalties };
  for (const [place, theirs] of (await scikitLearnCoefficients(given)).entries()) {
    const ours = solveLogistic({ ...prepared, weights }, penalties[place], options).coefficients;
    for (const [index, value] of theirs.entries()) expect(Math.abs(ours[index] - value)).toBeLessThan(1e-6);
  }
});

/** One column and labels by hand. */
function rowsOf(z: readonly number[], labels: readonly number[], columns = 1): LogisticRows {
  return {
    z: Float32Array.from(z),
    rows: labels.length,
    columns,
    labels: Uint8Array.from(labels),
    weights: null,
  };
}

test('classes that a column separates have a solution with a penalty, however small', () => {
  const separable = rowsOf([-2, -1, 1, 2], [0, 0, 1, 1]);
  for (const penalty of [1e-8, 1e-3, 1]) {
    const { coefficients } = solveLogistic(separable, penalty, options);
    const [intercept, slope] = coefficients;
    // Where loss and penalty balance: Σ z (label − p) = penalty · slope; by symmetry the intercept is 0.
    const residual = (z: number) => 1 / (1 + Math.exp(slope * z));
    expect(intercept).toBeCloseTo(0, 9);
    expect((2 * residual(1) + 4 * residual(2)) / (penalty * slope)).toBeCloseTo(1, 6);
  }
});

function errorOf(run: () => unknown): FitError {
  try {
    run();
  } catch (error) {
    if (error instanceof FitError) return error;
  }
  throw new Error('no FitError was thrown');
}

test('without penalty separated classes are refused, whole or in part, and with many rows', () => {
  const whole = rowsOf([-2, -1, 1, 2], [0, 0, 1, 1]);
  expect(errorOf(() => solveLogistic(whole, 0, options)).code).toBe('separated');
  // The value 1 has events only, 0 has both.
  const inPart = rowsOf([0, 0, 0, 1, 1], [0, 1, 0, 1, 1]);
  expect(errorOf(() => solveLogistic(inPart, 0, options)).code).toBe('separated');
  const random = createRandom(3);
  const values = Array.from({ length: 2000 }, random.normal);
  const many = rowsOf(
    values,
    values.map((value) => (value > 0.1 ? 1 : 0)),
  );
  expect(errorOf(() => solveLogistic(many, 0, options)).code).toBe('separated');
});

test('without penalty a column that is the sum of others is refused; with one it is shared out', () => {
  const z = [1, 0, 1, 0, 1, 1, 1, 1, 2, 2, 0, 2, 0, 0, 0];
  const twins = rowsOf(z, [1, 0, 1, 0, 1], 3);
  expect(errorOf(() => solveLogistic(twins, 0, options)).code).toBe('collinear');
  const alike = rowsOf([1, 1, 0, 0, 1, 1, 0, 0], [1, 0, 0, 1], 2);
  const [, first, second] = solveLogistic(alike, 1, options).coefficients;
  expect(first).toBeCloseTo(second, 12);
});

test('labels of one class are refused, also where the other class counts for nothing', () => {
  expect(errorOf(() => solveLogistic(rowsOf([0, 1], [1, 1]), 1, options)).code).toBe('oneClass');
  const nothing = { ...rowsOf([0, 1], [1, 0]), weights: Float32Array.of(1, 0) };
  expect(errorOf(() => solveLogistic(nothing, 1, options)).code).toBe('oneClass');
});

test('a row that counts twice is two rows', () => {
  const twice = { ...rowsOf([0, 1, 2, 1], [0, 1, 1, 0]), weights: Float32Array.of(1, 2, 1, 1) };
  const written = rowsOf([0, 1, 1, 2, 1], [0, 1, 1, 1, 0]);
  const [a, b] = [twice, written].map((rows) => solveLogistic(rows, 0.5, options).coefficients);
  for (const [index, value] of a.entries()) expect(value).toBeCloseTo(b[index], 12);
});
