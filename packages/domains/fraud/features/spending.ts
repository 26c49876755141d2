/** How often and how much, over each window, the present payment included: of a customer, or of a terminal. */
import { type FraudFeature, feature, type RowWriter } from './feature.ts';
import type { Histories } from './histories.ts';
import { windows } from './windows.ts';

/** @param whose first word of the names, `customer` or `terminal` */
export function spendingFeatures(whose: string): readonly FraudFeature[] {
  return windows.flatMap(({ name: window }) => [
    feature('count', `${whose}Count`, { window }),
    feature('number', `${whose}Sum`, { window, unit: 'currency' }),
    feature('number', `${whose}Mean`, { window, unit: 'currency' }),
  ]);
}

/**
 * @param row of the owner's present payment
 * @param firsts first row of each window
 */
export function writeSpending(
  into: RowWriter,
  histories: Histories,
  owner: number,
  row: number,
  firsts: Int32Array,
): void {
  for (let window = 0; window < firsts.length; window++) {
    const first = firsts[window];
    const count = row + 1 - first;
    const sum = histories.sum(owner, first, row + 1) / 100;
    into.put(count);
    into.put(sum);
    into.put(sum / count);
  }
}
