import { expect, it } from 'vitest';
import { similarAlerts } from './similar.ts';

const raised = (id: number, reasons: Readonly<Record<string, number>>) => ({
  id,
  reasons: Object.entries(reasons).map(([feature, logOdds]) => ({ feature, value: null, logOdds })),
});

it('puts alerts of the same reasons first, whatever their strength, and leaves out what shares none, and itself', () => {
  const present = raised(0, { amount: 2, night: 1 });
  const past = [
    raised(1, { night: 3 }),
    raised(2, { amount: 1, night: 0.5 }),
    raised(3, { weekend: 5 }),
    raised(4, {}),
    present,
  ];
  const found = similarAlerts(present, past, 5);
  expect(found.map(({ id }) => id)).toEqual([2, 1]);
  expect(found[0]?.similarity).toBeCloseTo(1);
  expect(found[1]?.similarity).toBeCloseTo(1 / Math.sqrt(5));
  expect(similarAlerts(present, past, 1)).toHaveLength(1);
});
