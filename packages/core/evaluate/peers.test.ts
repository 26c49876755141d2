import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { whyNoScikitLearn } from '../testing/scikit-learn.ts';
import { peerStatistics } from '../testing/statistics-peer.ts';
import { integratedCalibrationIndex } from './ici.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';

const missing = await whyNoScikitLearn();

test.skipIf(missing !== null)(
  `calibration index and Kolmogorov-Smirnov are those of Python${missing === null ? '' : ` (skipped: ${missing})`}`,
  async () => {
    const random = createRandom(11);
    const before = Float64Array.from({ length: 300 }, () => random.normal());
    const after = Float64Array.from({ length: 200 }, () => random.normal() + 0.15);
    const probabilities = Float64Array.from({ length: 1000 }, () => 0.02 + 0.9 * random.uniform() ** 2);
    const labels = Uint8Array.from(probabilities, (p) => (random.uniform() < 0.8 * p ** 1.3 + 0.05 ? 1 : 0));
    const peer = await peerStatistics({
      before: [...before],
      after: [...after],
      labels: [...labels],
      probabilities: [...probabilities],
    });
    // Columns of the fit are float32 here; the peer penalises by 1e-8.
    expect(Math.abs(integratedCalibrationIndex(labels, probabilities) - peer.ici)).toBeLessThan(1e-5);
    const found = kolmogorovSmirnov(before, after);
    expect(found.statistic).toBeCloseTo(peer.statistic, 12);
    // The peer counts every path; the corrected limit is that close at 300 and 200 rows.
    expect(Math.abs(found.p - peer.p)).toBeLessThan(0.005);
  },
  60_000,
);

test('probabilities that come true are near 0, all twice too high are off by half their mean', () => {
  const random = createRandom(2);
  const right = Float64Array.from({ length: 20_000 }, () => 0.05 + 0.4 * random.uniform());
  const labels = Uint8Array.from(right, (p) => (random.uniform() < p ? 1 : 0));
  expect(integratedCalibrationIndex(labels, right)).toBeLessThan(0.01);
  const doubled = right.map((p) => 2 * p);
  expect(integratedCalibrationIndex(labels, doubled)).toBeGreaterThan(0.23);
  expect(integratedCalibrationIndex(labels, doubled)).toBeLessThan(0.27);
});

test('separated labels, and one probability for all, still give a finite index', () => {
  expect(
    integratedCalibrationIndex(Uint8Array.of(0, 0, 1, 1), Float64Array.of(0.1, 0.2, 0.8, 0.9)),
  ).toBeLessThan(0.2);
  const flat = integratedCalibrationIndex(Uint8Array.of(0, 0, 1, 1), new Float64Array(4).fill(0.3));
  expect(flat).toBeCloseTo(0.2, 6);
});
