import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { calibratedLosses, clearlyBetter, mean } from './criterion.ts';

const rows = 400;
const random = createRandom(5);
const logOdds = Float64Array.from({ length: rows }, () => random.normal());
const labels = Uint8Array.from(logOdds, (value) => (random.uniform() < 1 / (1 + Math.exp(-value)) ? 1 : 0));

test('settings do not win by the scale of their log-odds, which the run calibrates anyway', () => {
  const own = mean(calibratedLosses(labels, logOdds));
  const tooSure = calibratedLosses(
    labels,
    logOdds.map((value) => 5 * value - 2),
  );
  // Newton ends where a step changes the mean loss by less than 1e-13.
  expect(mean(tooSure)).toBeCloseTo(own, 10);
  // Close to the loss of the true probabilities, by which the labels were drawn.
  const truth = logOdds.map((value, row) => Math.log1p(Math.exp(labels[row] === 1 ? -value : value)));
  expect(Math.abs(own - mean(truth))).toBeLessThan(0.01);
});

test('a gain counts from one standard error of the paired differences on', () => {
  const known = Float64Array.from({ length: 100 }, () => 0.5);
  const by = (gain: number) => known.map((loss, row) => loss - gain + (row % 2 === 0 ? 0.1 : -0.1));
  // The differences have a standard deviation of .1, so their mean an error of .01.
  expect(clearlyBetter(by(0.0095), known, null)).toBe(false);
  expect(clearlyBetter(by(0.0105), known, null)).toBe(true);
  expect(clearlyBetter(by(-0.0105), known, null)).toBe(false);
  expect(clearlyBetter(known, known, null)).toBe(false);
});

test('rows of one group are one piece of evidence, however many there are', () => {
  const known = Float64Array.from({ length: 20 }, () => 0.5);
  const losses = known.map((loss, row) => loss - 0.01 + (row % 2 === 0 ? 0.1 : -0.1));
  const times = <Values extends Float64Array>(values: Values) =>
    Float64Array.from({ length: 30 * values.length }, (_, index) => values[index % values.length]);
  const groups = Int32Array.from({ length: 30 * 20 }, (_, index) => index % 20);
  expect(clearlyBetter(losses, known, null)).toBe(false);
  expect(clearlyBetter(times(losses), times(known), null)).toBe(true);
  expect(clearlyBetter(times(losses), times(known), groups)).toBe(false);
});
