import { expect, test } from 'vitest';
import { scikitLearnCoefficients, whyNoScikitLearn } from '../../testing/scikit-learn.ts';
import { exampleData } from './example-data.ts';
import { countRight, exampleLearning, learn, measure, type Samples } from './learn.ts';

const { train, test: held } = exampleData();
const quiet = { ...exampleLearning, onStep: () => {} };

/** Prepared rows in double precision, shape [rows][features]. */
function prepared({ rows, features, values }: Samples): readonly (readonly number[])[] {
  const { means, deviations } = measure(train);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: features }, (_, f) => (values[row * features + f] - means[f]) / deviations[f]),
  );
}

/**
 * Loss and gradient by their formulas: with z = Xw + b and p = 1 / (1 + e^−z),
 * L = −Σ (y log p + (1 − y) log(1 − p)) / n + λ/2n ‖w‖², ∂L/∂w = Xᵀ(p − y)/n + λw/n, ∂L/∂b = Σ (p − y)/n.
 */
function closedFormulas(weights: Float32Array, intercept: number, penalty: number) {
  const n = train.rows;
  let loss = weights.reduce((sum, w) => sum + (penalty / (2 * n)) * w * w, 0);
  const slopes = Float64Array.from(weights, (w) => (penalty * w) / n);
  let interceptSlope = 0;
  for (const [row, x] of prepared(train).entries()) {
    const y = train.labels[row];
    const z = x.reduce((sum, value, f) => sum + value * weights[f], intercept);
    const p = 1 / (1 + Math.exp(-z));
    loss -= (y * Math.log(p) + (1 - y) * Math.log(1 - p)) / n;
    for (const [f, value] of x.entries()) slopes[f] += (value * (p - y)) / n;
    interceptSlope += (p - y) / n;
  }
  return { loss, slopes: [...slopes, interceptSlope] };
}

test('the first step’s loss and update are those of the closed formulas, from zero and from elsewhere', async () => {
  const elsewhere = Float32Array.of(0.3, -0.2, 0.1, 0, 0.5, -0.4, 0.25, 0.1, -0.3, 0.2);
  for (const start of [
    { weights: new Float32Array(10), intercept: 0 },
    { weights: elsewhere, intercept: 0.25 },
  ]) {
    let first = Number.NaN;
    const options = { ...quiet, ...start, tolerance: Number.POSITIVE_INFINITY };
    const after = await learn(train, {
      ...options,
      onStep: (_, loss) => {
        first = loss;
      },
    });
    const expected = closedFormulas(start.weights, start.intercept, options.penalty);
    expect(Math.abs(first / expected.loss - 1)).toBeLessThan(1e-6);
    const steepest = Math.max(...expected.slopes.map(Math.abs));
    const moved = [...after.weights, after.intercept];
    const from = [...start.weights, Math.fround(start.intercept)];
    for (const [place, slope] of expected.slopes.entries()) {
      // Relative to the whole gradient, as a component near 0 is a difference of large numbers.
      const own = (from[place] - moved[place]) / options.rate;
      expect(Math.abs(own - slope) / steepest).toBeLessThan(1e-6);
    }
  }
});

/**
 * scikit-learn 1.9.1, intercept first, on what `npm run example:logistic -- --csv FILE` writes:
 *
 *   table = pd.read_csv(FILE)
 *   train = table[table.part == "train"]
 *   z = StandardScaler().fit_transform(train.iloc[:, :10])
 *   model = LogisticRegression(C=1, solver="newton-cholesky", tol=1e-12).fit(z, train.label)
 *   print([*model.intercept_, *model.coef_[0]])
 */
const published = [
  0.15366, 0.111192, -1.464705, -0.165712, 0.14077, -0.509244, 0.473006, -0.29069, 0.527113, -0.659419,
  1.292698,
];

test('the coefficients are scikit-learn’s, as printed and as it finds them now', async (context) => {
  const { weights, intercept } = await learn(train, quiet);
  const ours = [intercept, ...weights];
  for (const [place, value] of published.entries()) expect(Math.abs(ours[place] - value)).toBeLessThan(1e-4);

  const why = await whyNoScikitLearn();
  if (why) return context.skip(why);
  const [theirs] = await scikitLearnCoefficients({
    z: prepared(train),
    labels: [...train.labels],
    weights: null,
    penalties: [exampleLearning.penalty],
  });
  for (const [place, value] of theirs.entries()) expect(Math.abs(ours[place] - value)).toBeLessThan(1e-4);
});

test('the loss falls at each step until it has converged, and the samples held out are told apart', async () => {
  const losses: number[] = [];
  const model = await learn(train, { ...quiet, onStep: (_, loss) => losses.push(loss) });
  expect(losses[0]).toBeCloseTo(Math.log(2), 6);
  for (const [index, loss] of losses.slice(1).entries()) {
    // Near the end a step is less than float32 can tell.
    expect(loss).toBeLessThan(losses[index] + 1e-7);
  }
  expect(countRight(model, train)).toBe(73);
  expect(countRight(model, held)).toBe(17);
});

test('a rate at which the loss does not converge is refused', async () => {
  await expect(learn(train, { ...quiet, mostSteps: 3 })).rejects.toThrow('not converged in 3 steps');
});
