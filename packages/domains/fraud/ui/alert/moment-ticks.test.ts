import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentTicks, spanAround } from './moment-ticks.ts';

test('ticks are few, inside the axis, and at round moments, however long it is', () => {
  const from = Date.parse('2026-03-01T00:00:00Z') / 1000;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 * 86_400 }),
      fc.integer({ min: 0, max: 86_400 }),
      (length, shift) => {
        const span = spanAround([from + shift, from + shift + length]);
        const { ticks, withTime } = momentTicks(span);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(6);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(span[0]);
          expect(tick).toBeLessThanOrEqual(span[1]);
          expect(tick % (withTime ? 900 : 86_400)).toBe(0);
        }
      },
    ),
  );
});

test('a single payment has two hours around it', () => {
  expect(spanAround([7_200])).toEqual([3_600, 10_800]);
});
