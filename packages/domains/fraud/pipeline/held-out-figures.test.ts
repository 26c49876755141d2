import { expect, it } from 'vitest';
import { heldOutFigures } from './held-out-figures.ts';
import type { LogRows } from './log-rows.ts';

const day = 86_400;

/** Payments as `[day, card, amount, fraud]`, each with the probability that a model gave it. */
function figures(payments: readonly (readonly [number, number, number, 0 | 1])[], probabilities: number[]) {
  const log: LogRows = {
    values: new Float32Array(0),
    labels: Uint8Array.from(payments, ([, , , fraud]) => fraud),
    transactionIds: Float64Array.from(payments.keys()),
    times: Float64Array.from(payments, ([at]) => at * day),
    amountsMinor: Float64Array.from(payments, ([, , amount]) => amount),
    customers: Int32Array.from(payments, ([, card]) => card),
    scenarios: payments.map(([, , , fraud]) => (fraud === 1 ? 'terminal' : null)),
    rows: payments.length,
    simulated: false,
    payments: payments.length,
    sha256: '',
  };
  const rows = Int32Array.from(payments.keys());
  const found = heldOutFigures(log, { rows, probabilities: Float64Array.from(probabilities) });
  return Object.fromEntries(found.map(({ figure, value, best }) => [figure, [value, best]]));
}

it('counts found cards a day beside what a perfect ranker finds, money and recall by scenario', () => {
  // 150 cards a day, two of them with a fraud: one is seen first, one last.
  const payments = Array.from({ length: 150 }, (_, card) => {
    const fraud = card === 0 || card === 149 ? 1 : 0;
    return [1, card, 1000, fraud] as const;
  });
  const probabilities = payments.map(([, card]) => 0.9 - card / 200);
  expect(figures(payments, probabilities)).toEqual({
    cardPrecision100: [0.01, 0.02],
    moneyCaught: [10, 20],
    terminal: [0.5, null],
  });
});

it('a card of which a fraud is known is looked at no more, and before its week is over it is', () => {
  const known = figures(
    [
      [1, 7, 1000, 1],
      [9, 7, 1000, 1],
    ],
    [0.1, 0.1],
  );
  expect(known.moneyCaught).toEqual([10, 10]);
  const open = figures(
    [
      [1, 7, 1000, 1],
      [5, 7, 1000, 1],
    ],
    [0.1, 0.1],
  );
  expect(open.moneyCaught).toEqual([20, 20]);
});

it('where no fraud was held out there is nothing to count', () => {
  expect(figures([[1, 7, 1000, 0]], [0.1])).toEqual({});
});
