import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

describe('labels of lines that end close to each other', () => {
  it('stay where they are when there is room', () => {
    const placed = spreadLabels([{ at: 80 }, { at: 10 }], { gap: 14, end: 200 });
    expect(placed).toEqual([
      { at: 10, placed: 10 },
      { at: 80, placed: 80 },
    ]);
  });

  it('never overlap, never pass the end, and keep their order, wherever the lines end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }), (ends) => {
        const placed = spreadLabels(
          ends.map((at) => ({ at })),
          { gap: 14, end: 200 },
        );
        placed.forEach((label, index) => {
          expect(label.placed).toBeLessThanOrEqual(200);
          const next = placed[index + 1];
          if (next) {
            expect(next.placed - label.placed).toBeGreaterThanOrEqual(14);
            expect(next.at).toBeGreaterThanOrEqual(label.at);
          }
        });
      }),
    );
  });
});
