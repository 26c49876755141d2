/** How the present payment compares with what its customer used to do, and how often they left their ways lately. */
import { type FraudFeature, feature, type RowWriter } from './feature.ts';
import { amountWord, type Histories, rowWords, timeWord } from './histories.ts';
import { upperMedian } from './median.ts';
import { type Month, windowEnds } from './month.ts';
import { hourSeconds, windows } from './windows.ts';

/**
 * Of so many of the customer's latest payments the middle one is usual. Exceptional ones are among them, so that what is
 * exceptional does not hang on all that was exceptional before.
 */
const mostForUsual = 32;

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

/** @returns the amount as a multiple of what is usual for the customer, NaN where there is no earlier payment */
export function writeHabits(into: RowWriter, histories: Histories, owner: number, month: Month): number {
  const { row, first, ordinary, terminals } = month;
  const { words } = histories.rows;
  const at = row * rowWords;
  const amount = words[at + amountWord];
  const earlier = row - first;
  const among = Math.min(earlier, mostForUsual);
  for (let past = 0; past < among; past++) scratch[past] = words[at - (1 + past) * rowWords + amountWord];
  const usual = earlier === 0 ? Number.NaN : upperMedian(scratch, among);
  const ratio = amount / Math.max(usual, 1);
  const mean = month.ordinarySum / ordinary;
  const deviation = Math.sqrt(Math.max(0, month.ordinarySquares / ordinary - mean * mean));
  into.put(usual / 100);
  into.put(ratio);
  into.put(ordinary < 2 ? Number.NaN : (amount - mean) / Math.max(deviation, 1));
  into.put(ordinary === 0 ? Number.NaN : amount / Math.max(mean, 1));
  into.put(earlier === 0 ? Number.NaN : (amount * earlier) / Math.max(histories.sum(owner, first, row), 1));
  into.put(earlier === 0 ? Number.NaN : amount / Math.max(month.maximum, 1));
  into.put(
    earlier === 0 ? Number.NaN : (words[at + timeWord] - words[at - rowWords + timeWord]) / hourSeconds,
  );
  let met = 1;
  let span = 0;
  for (const end of windowEnds) {
    for (; span < end; span++) met += terminals[span];
    into.put(met);
  }
  writeExceptional(into, month);
  return ratio;
}

/** The exceptional ones among the customer's payments of the last fortnight. */
function writeExceptional(
  into: RowWriter,
  { exceptional, fortnight, largestRatio, sinceExceptional }: Month,
) {
  const day = exceptional[0] + exceptional[1];
  const week = day + exceptional[2];
  const all = week + exceptional[3];
  into.put(day);
  into.put(week);
  into.put(all);
  into.put(fortnight === 0 ? 0 : all / fortnight);
  into.put(largestRatio);
  into.put(sinceExceptional / hourSeconds);
}
