/** What the customer did at this terminal before. */
import { type FraudFeature, feature, type RowWriter } from './feature.ts';
import { mostLookedThrough } from './habits.ts';
import type { History } from './history.ts';
import { spendingFeatures } from './spending.ts';
import { hourSeconds, windows } from './windows.ts';

export const pairFeatures: readonly FraudFeature[] = [
  ...spendingFeatures('pair'),
  feature('number', 'pairHoursSinceLast', { unit: 'h' }),
  feature('number', 'ratioToPairMean', { window: '30Days' }),
];

const counts = new Float64Array(windows.length);
const sums = new Float64Array(windows.length);

/**
 * @param row of the present payment in its customer's history
 * @param month first row of the last 30 days
 */
export function writePair(into: RowWriter, history: History, row: number, month: number): void {
  const { times, amounts, partners } = history;
  const time = times[row];
  const amount = amounts[row];
  const terminal = partners[row];
  counts.fill(0);
  sums.fill(0);
  let window = 0;
  let last = Number.NaN;
  const first = Math.max(month, row - mostLookedThrough);
  for (let past = row - 1; past >= first; past--) {
    if (partners[past] !== terminal) continue;
    const ago = time - times[past];
    if (Number.isNaN(last)) last = ago;
    while (ago >= windows[window].seconds) window++;
    counts[window]++;
    sums[window] += amounts[past];
  }
  let count = 1;
  let sum = amount;
  for (let span = 0; span < windows.length; span++) {
    count += counts[span];
    sum += sums[span];
    into.put(count);
    into.put(sum / 100);
    into.put(sum / count / 100);
  }
  into.put(last / hourSeconds);
  into.put(count === 1 ? Number.NaN : (amount * (count - 1)) / Math.max(sum - amount, 1));
}
