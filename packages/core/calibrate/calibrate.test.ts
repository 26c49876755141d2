import { expect, test } from 'vitest';
import { z } from 'zod';
import { auroc } from '../evaluate/auroc.ts';
import { probabilityOf } from '../evaluate/recalibration.ts';
import { createRandom } from '../random.ts';
import { openSession } from '../tensor/session.ts';
import { askPython } from '../testing/python.ts';
import { whyNoScikitLearn } from '../testing/scikit-learn.ts';
import { modelGraph } from '../train/model-graph.ts';
import { betaCalibration } from './beta.ts';
import { calibratedProbability, methodOf } from './calibration.ts';
import { crossFittedLosses, fitCalibration } from './fit-calibration.ts';
import { isotonicCalibration, pooledBlocks } from './isotonic.ts';

/** Log-odds and outcomes whose true log-odds are `truth` of them. */
function drawn(rows: number, truth: (logOdds: number) => number, seed = 1) {
  const random = createRandom(seed);
  const logOdds = Float64Array.from({ length: rows }, () => Math.fround(1.5 * random.normal()));
  const labels = Uint8Array.from(logOdds, (x) => (random.uniform() < probabilityOf(truth(x)) ? 1 : 0));
  return { labels, logOdds };
}
/** Levels off on both sides: no line, and no beta curve, is like it. */
const steps = (x: number) => (x < -1 ? -3 : x < 1 ? 0 : 3);
const tooSureAbove = (x: number) => (x > 0 ? x / 4 : x);

const reason = await whyNoScikitLearn();

test.skipIf(reason !== null)(
  `blocks have the shares that scikit-learn’s isotonic regression gives, ties among them ${reason ?? ''}`,
  async () => {
    const { labels, logOdds } = drawn(400, (x) => x);
    const scores = logOdds.map((x) => Math.round(4 * x) / 4);
    const expected = await askPython(
      `import json, sys
from sklearn.isotonic import IsotonicRegression
given = json.load(sys.stdin)
print(json.dumps(IsotonicRegression().fit_transform(given["x"], given["y"]).tolist()))`,
      { x: [...scores], y: [...labels] },
      z.array(z.number()),
    );
    const order = [...scores.keys()].sort((a, b) => scores[a] - scores[b]);
    const found = pooledBlocks(labels, scores).flatMap(({ rows, events }) =>
      new Array<number>(rows).fill(events / rows),
    );
    order.forEach((row, place) => {
      expect(found[place]).toBeCloseTo(expected[row], 12);
    });
  },
);

test.skipIf(reason !== null)(
  `beta calibration is scikit-learn’s logistic regression on log p and −log(1 − p) ${reason ?? ''}`,
  async () => {
    const { labels, logOdds } = drawn(500, tooSureAbove);
    const [intercept, a, b] = await askPython(
      `import json, sys
import numpy as np
from sklearn.linear_model import LogisticRegression
given = json.load(sys.stdin)
x, y = np.array(given["x"]), np.array(given["y"])
z = np.column_stack([-np.logaddexp(0, -x), np.logaddexp(0, x)])
events = y.sum()
target = np.where(y == 1, (events + 1) / (events + 2), 1 / (len(y) - events + 2))
model = LogisticRegression(C=1e12, solver="newton-cholesky", tol=1e-13, max_iter=1000)
model.fit(np.vstack([z, z]), np.r_[np.ones(len(y)), np.zeros(len(y))], sample_weight=np.r_[target, 1 - target])
print(json.dumps([*model.intercept_.tolist(), *model.coef_[0].tolist()]))`,
      { x: [...logOdds], y: [...labels] },
      z.tuple([z.number(), z.number(), z.number()]),
    );
    const found = betaCalibration(labels, logOdds);
    expect(found.intercept).toBeCloseTo(intercept, 4);
    if (found.curve?.kind !== 'beta') throw new Error('no beta curve');
    expect(found.curve.a).toBeCloseTo(a, 4);
    expect(found.curve.b).toBeCloseTo(b, 4);
  },
);

test('beta calibration with a = b = 1 changes nothing, and never falls where ranks are the wrong way round', () => {
  const same = { slope: 1, intercept: 0, curve: { kind: 'beta' as const, a: 1, b: 1 } };
  for (const x of [-30, -2, 0, 0.5, 20])
    expect(calibratedProbability(same, x)).toBeCloseTo(probabilityOf(x), 12);
  const { labels, logOdds } = drawn(500, (x) => -x);
  const { curve } = betaCalibration(labels, logOdds);
  if (curve?.kind !== 'beta') throw new Error('no beta curve');
  expect(Math.min(curve.a, curve.b)).toBeGreaterThanOrEqual(0);
});

test('an isotonic answer never falls, is never 0 or 1, and keeps ranks between its outermost points', () => {
  const { labels, logOdds } = drawn(1000, steps);
  const fitted = isotonicCalibration(labels, logOdds);
  const sorted = logOdds.toSorted().map((x) => calibratedProbability(fitted, x));
  expect(sorted).toEqual(sorted.toSorted());
  expect(sorted[0]).toBeGreaterThan(0);
  expect(sorted.at(-1)).toBeLessThan(1);
  const after = logOdds.map((x) => calibratedProbability(fitted, x));
  expect(auroc(labels, after).value).toBeGreaterThan(auroc(labels, logOdds).value - 0.003);
});

test('auto takes another method only where rows it was not fitted on say so', () => {
  const straight = drawn(2000, (x) => 0.7 * x);
  expect(methodOf(fitCalibration('auto', straight.labels, straight.logOdds))).toBe('platt');
  const bent = drawn(4000, tooSureAbove);
  expect(methodOf(fitCalibration('auto', bent.labels, bent.logOdds))).toBe('beta');
  const stepped = drawn(4000, steps);
  expect(methodOf(fitCalibration('auto', stepped.labels, stepped.logOdds))).toBe('isotonic');
});

test('a row’s cross-fitted loss does not know the row', () => {
  // Scores that say nothing: a curve that had seen its rows would bend to them and beat the base rate.
  const { labels, logOdds } = drawn(600, () => 0);
  const mean = (losses: Float64Array) => losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  expect(mean(crossFittedLosses('isotonic', labels, logOdds))).toBeGreaterThan(Math.log(2));
});

test.each(['platt', 'isotonic', 'beta'] as const)('the exported graph answers as %s does', async (method) => {
  const { labels, logOdds } = drawn(1000, steps);
  const calibration = fitCalibration(method, labels, logOdds);
  const graph = modelGraph(
    [{ name: 'x', kind: 'number', unit: null }],
    {
      kind: 'logisticRegression',
      replicates: 1,
      baselineLogOdds: 0,
      preparation: {
        features: [{ name: 'x', kind: 'number', unit: null }],
        columns: [{ feature: 0, part: 'value', level: null, kind: 'number', centre: 0, scale: 1 }],
      },
      penalty: 1,
      coefficients: Float64Array.of(0, 1),
      refits: Float32Array.of(0, 1),
    },
    calibration,
  );
  const session = await openSession(graph);
  const data = Float32Array.from([-40, -3, -1.001, -0.2, 0, 0.7, 1.5, 6, 40]);
  const { probability } = await session.run({ x: { shape: [data.length, 1], dtype: 'float32', data } });
  data.forEach((x, row) => {
    expect(probability.data[row]).toBeCloseTo(calibratedProbability(calibration, x), 5);
  });
  await session.release();
});
