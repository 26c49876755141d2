/** How the present payment compares with what its customer used to do, and how often they left their ways lately. */
import type { Entities } from './entities.ts';
import { type FraudFeature, feature, type RowWriter } from './feature.ts';
import type { History } from './history.ts';
import { upperMedian } from './median.ts';
import { daySeconds, fortnightSeconds, hourSeconds, weekSeconds, windows } from './windows.ts';

/** The customer's latest payments that are looked through; a busier one's older payments do not enter. */
export const mostLookedThrough = 256;

/**
 * Of so many of the customer's latest payments the middle one is usual. Exceptional ones are among them, so that what is
 * exceptional does not hang on all that was exceptional before.
 */
const mostForUsual = 32;

/** A payment of more than this many times what is usual for its customer is exceptional. */
export const exceptionalRatio = 2.5;

export const habitFeatures: readonly FraudFeature[] = [
  feature('number', 'usualAmount', { unit: 'currency' }),
  feature('number', 'ratioToUsual'),
  feature('number', 'deviationsFromUsual'),
  feature('number', 'ratioToOrdinaryMean', { window: '30Days' }),
  feature('number', 'ratioToCustomerMean', { window: '30Days' }),
  feature('number', 'ratioToCustomerMaximum', { window: '30Days' }),
  feature('number', 'customerHoursSinceLast', { unit: 'h' }),
  ...windows.map(({ name: window }) => feature('count', 'customerTerminals', { window })),
  feature('count', 'customerExceptional', { window: '1Day' }),
  feature('count', 'customerExceptional', { window: '7Days' }),
  feature('count', 'customerExceptional', { window: '14Days' }),
  feature('number', 'customerExceptionalShare', { window: '14Days' }),
  feature('number', 'customerLargestRatio', { window: '14Days' }),
  feature('number', 'customerHoursSinceExceptional', { unit: 'h' }),
];

const scratch = new Float64Array(mostForUsual);
const distinct = new Float64Array(windows.length);

/**
 * @param row of the present payment; what came later does not enter
 * @param month first row of the last 30 days
 * @param terminals where the customer's payments were made
 * @returns the amount as a multiple of what is usual for the customer, NaN where there is no earlier payment
 */
export function writeHabits(
  into: RowWriter,
  history: History,
  row: number,
  month: number,
  terminals: Entities,
  pass: number,
): number {
  const { times, amounts, partners, ratios } = history;
  const time = times[row];
  const amount = amounts[row];
  const first = Math.max(month, row - mostLookedThrough);
  terminals.meet(partners[row], pass);
  distinct.fill(0);
  let window = 0;
  let sum = 0;
  let maximum = 0;
  let plain = 0;
  let plainSum = 0;
  let plainSquares = 0;
  for (let past = row - 1; past >= first; past--) {
    const ago = time - times[past];
    const own = amounts[past];
    sum += own;
    if (own > maximum) maximum = own;
    // From the latest payment backwards the spans are passed one after the other.
    while (ago >= windows[window].seconds) window++;
    if (terminals.meet(partners[past], pass)) distinct[window]++;
    if (row - past <= mostForUsual) scratch[row - past - 1] = own;
    if (ratios[past] > exceptionalRatio) continue;
    plain++;
    plainSum += own;
    plainSquares += own * own;
  }
  const earlier = row - first;
  const usual = earlier === 0 ? Number.NaN : upperMedian(scratch, Math.min(earlier, mostForUsual));
  const ratio = amount / Math.max(usual, 1);
  const plainMean = plainSum / plain;
  const deviation = Math.sqrt(Math.max(0, plainSquares / plain - plainMean * plainMean));
  into.put(usual / 100);
  into.put(ratio);
  into.put(plain < 2 ? Number.NaN : (amount - plainMean) / Math.max(deviation, 1));
  into.put(plain === 0 ? Number.NaN : amount / Math.max(plainMean, 1));
  into.put(earlier === 0 ? Number.NaN : (amount * earlier) / Math.max(sum, 1));
  into.put(earlier === 0 ? Number.NaN : amount / Math.max(maximum, 1));
  into.put(earlier === 0 ? Number.NaN : (time - times[row - 1]) / hourSeconds);
  let met = 1;
  for (let span = 0; span < windows.length; span++) {
    met += distinct[span];
    into.put(met);
  }
  writeExceptional(into, history, row, first);
  return ratio;
}

/** The exceptional ones among the customer's payments of the last fortnight. */
function writeExceptional(into: RowWriter, { times, ratios }: History, row: number, first: number): void {
  const time = times[row];
  let day = 0;
  let week = 0;
  let fortnight = 0;
  let largest = Number.NaN;
  let last = Number.NaN;
  let past = row - 1;
  for (; past >= first && time - times[past] < fortnightSeconds; past--) {
    const ratio = ratios[past];
    if (ratio > largest || Number.isNaN(largest)) largest = ratio;
    if (!(ratio > exceptionalRatio)) continue;
    const ago = time - times[past];
    fortnight++;
    if (ago < weekSeconds) week++;
    if (ago < daySeconds) day++;
    if (Number.isNaN(last)) last = ago;
  }
  const payments = row - 1 - past;
  into.put(day);
  into.put(week);
  into.put(fortnight);
  into.put(payments === 0 ? 0 : fortnight / payments);
  into.put(largest);
  into.put(last / hourSeconds);
}
