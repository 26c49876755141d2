/** Who pays at the terminal lately, and whether they pay there what is usual for them. No label is asked. */
import type { Entities } from './entities.ts';
import { type FraudFeature, feature, type RowWriter } from './feature.ts';
import { amountWord, type Histories, partnerWord, ratioWord, rowWords, timeWord } from './histories.ts';
import { exceptionalRatio, mostLookedThrough } from './month.ts';
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

/** One look through the terminal's payments of the last month, the present one not among them. */
export class Visitors {
  /** Of each window of `windows` its first row, which has no bound, and the distinct customers, the present one among them. */
  readonly firsts = new Int32Array(windows.length);
  readonly customers = new Float64Array(windows.length);
  /** Payments of the last week that could be compared with what was usual for their customers, and the exceptional among them. */
  rated = 0;
  exceptional = 0;
  ratioSum = 0;

  /**
   * @param row of the owner's present payment
   * @param pass serial number that no earlier pass over `customers` had
   */
  lookThrough(histories: Histories, owner: number, row: number, { marks }: Entities, pass: number): void {
    const { words, floats } = histories.rows;
    const time = words[row * rowWords + timeWord];
    const bound = Math.max(histories.begin(owner), row - mostLookedThrough);
    let past = row - 1;
    let rated = 0;
    let exceptional = 0;
    let sum = 0;
    let met = 1;
    marks[words[row * rowWords + partnerWord]] = pass;
    for (let window = 0; window < windows.length; window++) {
      const edge = time - windows[window].seconds;
      const isRated = windows[window].seconds <= weekSeconds;
      for (; past >= bound && words[past * rowWords + timeWord] > edge; past--) {
        const at = past * rowWords;
        const partner = words[at + partnerWord];
        if (marks[partner] !== pass) {
          marks[partner] = pass;
          met++;
        }
        if (!isRated) continue;
        const ratio = floats[at + ratioWord];
        if (Number.isNaN(ratio)) continue;
        rated++;
        sum += Math.min(ratio, largestRatio);
        if (ratio > exceptionalRatio) exceptional++;
      }
      this.customers[window] = met;
      const first = past + 1;
      this.firsts[window] = first > bound ? first : histories.firstAfter(owner, edge, first);
    }
    this.rated = rated;
    this.exceptional = exceptional;
    this.ratioSum = sum;
  }
}

/** @param row of the terminal's present payment; it does not enter means and shares */
export function writeVisitors(
  into: RowWriter,
  histories: Histories,
  owner: number,
  row: number,
  visitors: Visitors,
): void {
  const { words } = histories.rows;
  const at = row * rowWords;
  const { firsts, customers, rated, exceptional, ratioSum } = visitors;
  const month = firsts[firsts.length - 1];
  const earlier = row - month;
  into.put(
    earlier === 0 ? Number.NaN : (words[at + timeWord] - words[at - rowWords + timeWord]) / hourSeconds,
  );
  into.put(
    earlier === 0
      ? Number.NaN
      : (words[at + amountWord] * earlier) / Math.max(histories.sum(owner, month, row), 1),
  );
  for (let window = 0; window < customers.length; window++) into.put(customers[window]);
  into.put(rated === 0 ? Number.NaN : ratioSum / rated);
  into.put(rated === 0 ? 0 : exceptional / rated);
}
