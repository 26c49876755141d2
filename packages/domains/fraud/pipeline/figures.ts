/** How well scores tell frauds, in the terms of who looks at a fixed number of cards a day. */
import { auroc, averagePrecisionValue } from '@praxis/core';
import { minorUnitsPerUnit, type Scenario } from '../data/records.ts';
import { type JudgedPayment, lookAtCards } from './card-precision.ts';

/** Cards that analysts look at a day. */
const cardsADay = 100;

export interface FraudFigures {
  readonly auroc: number;
  readonly averagePrecision: number;
  readonly cardPrecision100: number;
  /** What a ranker that knows the truth would reach. */
  readonly ceiling100: number;
  /**
   * Share of the fraudulent payments of each scenario whose card was among the day's 100, or found on an earlier day. A
   * scenario that the test has no fraud of is left out; `untold` are frauds of which the file tells none.
   */
  readonly recallByScenario: Readonly<Partial<Record<Scenario | 'untold', number>>>;
  /** Of the frauds of the test, in the currency's unit: all, and that of those that `recallByScenario` counts as found. */
  readonly money: { readonly lost: number; readonly caught: number };
}

/** @param tested in the order of time, a fraud among them; @param scores of each, higher is likelier fraud */
export function figuresOf(tested: readonly JudgedPayment[], scores: Float64Array): FraudFigures {
  const labels = Uint8Array.from(tested, ({ fraud }) => (fraud ? 1 : 0));
  const looked = lookAtCards(tested, scores, cardsADay);
  const perfect = lookAtCards(tested, Float64Array.from(labels), cardsADay);
  const frauds = [...tested.keys()].filter((row) => labels[row] === 1);
  const amount = (rows: readonly number[]) =>
    rows.reduce((sum, row) => sum + tested[row].amountMinor, 0) / minorUnitsPerUnit;
  const isCaught = (row: number) => looked.caught[row] === 1;
  const byScenario = Map.groupBy(frauds, (row) => tested[row].scenario ?? 'untold');
  return {
    auroc: auroc(labels, scores).value,
    averagePrecision: averagePrecisionValue(labels, scores),
    cardPrecision100: looked.precision,
    ceiling100: perfect.precision,
    recallByScenario: Object.fromEntries(
      [...byScenario].map(([scenario, rows]) => [scenario, rows.filter(isCaught).length / rows.length]),
    ),
    money: { lost: amount(frauds), caught: amount(frauds.filter(isCaught)) },
  };
}
