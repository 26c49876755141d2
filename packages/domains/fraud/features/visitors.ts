/** Who pays at the terminal lately, and whether they pay there what is usual for them. No label is asked. */
import type { Entities } from './entities.ts';
import { type FraudFeature, feature, type RowWriter } from './feature.ts';
import { exceptionalRatio, mostLookedThrough } from './habits.ts';
import type { History } from './history.ts';
import { hourSeconds, weekSeconds, windows } from './windows.ts';

export const visitorFeatures: readonly FraudFeature[] = [
  feature('number', 'terminalHoursSinceLast', { unit: 'h' }),
  feature('number', 'ratioToTerminalMean', { window: '30Days' }),
  ...windows.map(({ name: window }) => feature('count', 'terminalCustomers', { window })),
  feature('number', 'terminalMeanRatio', { window: '7Days' }),
  feature('number', 'terminalExceptionalShare', { window: '7Days' }),
];

/** So that one payment of a customer who used to pay cents does not drown all others. */
const largestRatio = 10;
const distinct = new Float64Array(windows.length);

/**
 * @param row of the present payment in its terminal's history; it does not enter means and shares
 * @param month first row of the last 30 days
 * @param customers who paid at the terminal
 */
export function writeVisitors(
  into: RowWriter,
  history: History,
  row: number,
  month: number,
  customers: Entities,
  pass: number,
): void {
  const { times, amounts, partners, ratios } = history;
  const time = times[row];
  customers.meet(partners[row], pass);
  distinct.fill(0);
  let window = 0;
  let rated = 0;
  let sum = 0;
  let exceptional = 0;
  const first = Math.max(month, row - mostLookedThrough);
  for (let past = row - 1; past >= first; past--) {
    const ago = time - times[past];
    // From the latest payment backwards the spans are passed one after the other.
    while (ago >= windows[window].seconds) window++;
    if (customers.meet(partners[past], pass)) distinct[window]++;
    const ratio = ratios[past];
    if (ago >= weekSeconds || Number.isNaN(ratio)) continue;
    rated++;
    sum += Math.min(ratio, largestRatio);
    if (ratio > exceptionalRatio) exceptional++;
  }
  const earlier = row - month;
  into.put(earlier === 0 ? Number.NaN : (time - times[row - 1]) / hourSeconds);
  into.put(earlier === 0 ? Number.NaN : (amounts[row] * earlier) / Math.max(history.sum(month, row), 1));
  let met = 1;
  for (let span = 0; span < windows.length; span++) {
    met += distinct[span];
    into.put(met);
  }
  into.put(rated === 0 ? Number.NaN : sum / rated);
  into.put(rated === 0 ? 0 : exceptional / rated);
}
