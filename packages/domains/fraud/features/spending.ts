/** How often and how much, over each window, the present payment included: of a customer, or of a terminal. */
import { type FraudFeature, feature, type RowWriter } from './feature.ts';
import type { History } from './history.ts';
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
 * @param row of the present payment in the history
 * @returns the first row of the longest window
 */
export function writeSpending(into: RowWriter, history: History, row: number): number {
  const time = history.times[row];
  let first = row + 1;
  for (let window = 0; window < windows.length; window++) {
    first = history.firstAfter(time - windows[window].seconds, first);
    const count = row + 1 - first;
    const sum = history.sum(first, row + 1) / 100;
    into.put(count);
    into.put(sum);
    into.put(sum / count);
  }
  return first;
}
