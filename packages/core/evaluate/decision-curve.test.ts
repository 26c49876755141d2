import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { decisionCurve } from './decision-curve.ts';

const reference = new URL('../../../../shared/data/reference/medical/metrics-vector.json', import.meta.url);
const referenceIsHere = existsSync(reference);

test.skipIf(!referenceIsHere)(
  `net benefit of ten predictions and of treating all equal the reference${referenceIsHere ? '' : ' (skipped: reference data not here)'}`,
  () => {
    const vector = z
      .object({
        y: z.array(z.number()),
        p: z.array(z.number()),
        net_benefit: z.record(z.string(), z.number()),
        treat_all: z.record(z.string(), z.number()),
      })
      .parse(JSON.parse(readFileSync(reference, 'utf8')));
    const thresholds = Object.keys(vector.net_benefit).map(Number);
    expect(thresholds).toHaveLength(4);
    const curve = decisionCurve(Uint8Array.from(vector.y), Float64Array.from(vector.p), thresholds);
    for (const { threshold, model, treatAll } of curve) {
      expect(model.value).toBeCloseTo(vector.net_benefit[threshold], 12);
      expect(treatAll).toBeCloseTo(vector.treat_all[threshold], 12);
    }
  },
);

test('the interval of a net benefit is that of the mean of what each row gives', () => {
  const labels = Uint8Array.of(1, 0, 1, 0);
  const [{ model }] = decisionCurve(labels, Float64Array.of(0.9, 0.8, 0.1, 0.2), [0.5]);
  // The rows give 1, −1, 0, 0: mean 0, mean square 0.5, standard error √(0.5 / 4).
  expect(model.value).toBe(0);
  expect(model.upper).toBeCloseTo(1.959964 * Math.sqrt(0.125), 6);
});

test('what a model is worth more than treating all is the mean of what not treating gives, with its own interval', () => {
  const labels = Uint8Array.of(1, 0, 1, 0);
  const [{ model, treatAll, overTreatAll }] = decisionCurve(
    labels,
    Float64Array.of(0.9, 0.8, 0.1, 0.1),
    [0.2],
  );
  expect(overTreatAll?.value).toBeCloseTo(model.value - treatAll, 12);
  // Of the rows that are not treated one loses 1, the other wins the odds of 0.25: mean −0.1875, mean square 0.265625.
  expect(overTreatAll?.value).toBeCloseTo(-0.1875, 12);
  expect(overTreatAll?.upper).toBeCloseTo(-0.1875 + 1.959964 * Math.sqrt((0.265625 - 0.1875 ** 2) / 4), 6);
});
