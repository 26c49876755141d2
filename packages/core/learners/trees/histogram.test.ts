import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { binRows } from './binned-rows.ts';
import { addRows, createHistogram, expand, subtract } from './histogram.ts';
import { hessianPlace, packedGradient, packedHessian } from './packed.ts';
import { category, number, rowsOf } from './testing/rows.ts';

const random = createRandom(5);
const rows = 700;
const features = [number('a'), number('flag'), category('c', 5), number('b'), number('d'), number('e')];
const values = Array.from({ length: rows }, () => [
  random.normal(),
  random.below(2),
  random.below(5),
  random.uniform() < 0.3 ? Number.NaN : random.below(40),
  random.normal(),
  random.normal(),
]);
const binned = binRows(rowsOf(features, values, new Uint8Array(rows)), 50);
const gradients = Int32Array.from({ length: rows }, () => random.below(2001) - 1000);
const hessians = Int32Array.from({ length: rows }, () => random.below(1000));
const packed = Float64Array.from(gradients, (gradient, row) => hessians[row] * hessianPlace + gradient);
const order = Int32Array.from({ length: rows }, (_, row) => row);

function histogramOf(begin: number, end: number, counted = true) {
  const joint = createHistogram(binned.jointSize);
  addRows(joint, binned, packed, order, begin, end, counted);
  const histogram = createHistogram(binned.starts[features.length]);
  expand(histogram, joint, binned);
  return histogram;
}

test('each bin holds the sums and the number of its rows, however many features share a column', () => {
  const { sums, counts } = histogramOf(100, 600);
  features.forEach((_, feature) => {
    for (let bin = 0; bin <= binned.features[feature].missing; bin++) {
      const own = [...order.subarray(100, 600)].filter((row) => binned.columns[feature * rows + row] === bin);
      const place = binned.starts[feature] + bin;
      expect(counts[place]).toBe(own.length);
      expect(packedGradient(sums[place])).toBe(own.reduce((sum, row) => sum + gradients[row], 0));
      expect(packedHessian(sums[place])).toBe(own.reduce((sum, row) => sum + hessians[row], 0));
    }
  });
});

test('what is left of a histogram without a part is the histogram of the other rows', () => {
  const whole = histogramOf(0, rows);
  subtract(whole, histogramOf(0, 250));
  expect(whole).toEqual(histogramOf(250, rows));
});

test('sums are the same where rows are not counted', () => {
  expect(histogramOf(0, rows, false).sums).toEqual(histogramOf(0, rows).sums);
});
