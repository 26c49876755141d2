/** A training run's own figures of fraud, from payments that the model had not seen. */
import type { HeldOut, ModelCard } from '@praxis/core';
import { scenarios } from '../data/records.ts';
import { labelDelaySeconds } from '../features/windows.ts';
import type { JudgedPayment } from './card-precision.ts';
import { dayRisks } from './day-risk.ts';
import { figuresOf } from './figures.ts';
import type { LogRows } from './log-rows.ts';

/** What the figures are called: the keys of their words. */
export const ownFigureNames = ['cardPrecision100', 'moneyCaught', ...scenarios, 'untold'] as const;
type OwnFigureName = (typeof ownFigureNames)[number];
type OwnFigure = NonNullable<ModelCard['ownFigures']>[number] & { readonly figure: OwnFigureName };

/**
 * As in `praxis fraud evaluate`: a card of which a fraud has become known leaves the lists, as it would be blocked. None where
 * no fraud was held out.
 */
export function heldOutFigures(log: LogRows, { rows, probabilities }: HeldOut): OwnFigure[] {
  const payment = (row: number): JudgedPayment => ({
    customer: log.customers[row],
    timeSeconds: log.times[row],
    amountMinor: log.amountsMinor[row],
    fraud: log.labels[row] === 1,
    scenario: log.scenarios[row],
  });
  const open = notKnown(Array.from({ length: log.rows }, (_, row) => payment(row)));
  const judged = [...rows.keys()].filter((place) => open[rows[place]]);
  const payments = judged.map((place) => payment(rows[place]));
  if (!payments.some(({ fraud }) => fraud)) return [];
  const logOdds = Float64Array.from(judged, (place) => {
    const probability = probabilities[place];
    return Math.log(probability / (1 - probability));
  });
  const { cardPrecision100, ceiling100, money, recallByScenario } = figuresOf(
    payments,
    dayRisks(payments, logOdds),
  );
  return [
    { figure: 'cardPrecision100', unit: 'ratio', value: cardPrecision100, best: ceiling100 },
    { figure: 'moneyCaught', unit: 'currency', value: money.caught, best: money.lost },
    ...ownFigureNames.flatMap((name): OwnFigure[] => {
      if (name === 'cardPrecision100' || name === 'moneyCaught') return [];
      const recall = recallByScenario[name];
      return recall === undefined ? [] : [{ figure: name, unit: 'share', value: recall, best: null }];
    }),
  ];
}

/** For each payment, in the order of time, whether no fraud of its card was known when it came. */
function notKnown(payments: readonly JudgedPayment[]): readonly boolean[] {
  const knownFrom = new Map<number, number>();
  return payments.map(({ customer, timeSeconds, fraud }) => {
    const known = (knownFrom.get(customer) ?? Number.POSITIVE_INFINITY) <= timeSeconds;
    if (fraud && !knownFrom.has(customer)) knownFrom.set(customer, timeSeconds + labelDelaySeconds);
    return !known;
  });
}
