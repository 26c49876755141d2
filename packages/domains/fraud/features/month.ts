/**
 * One look through the customer's payments of the last month, for everything that must see each of them: it is where the time
 * of a replay goes, so it is done once.
 */
import type { Entities } from './entities.ts';
import { amountWord, type Histories, partnerWord, ratioWord, rowWords, timeWord } from './histories.ts';
import { daySeconds, fortnightSeconds, hourSeconds, monthSeconds, weekSeconds, windows } from './windows.ts';

/** The customer's latest payments that are looked through; a busier one's older payments do not enter. */
export const mostLookedThrough = 256;

/** A payment of more than this many times what is usual for its customer is exceptional. */
export const exceptionalRatio = 2.5;

/** Spans of time that lie one behind the other, the latest first: of each what is in it and in none of those before it. */
const spans = [hourSeconds, daySeconds, weekSeconds, fortnightSeconds, monthSeconds];
const fortnightSpan = spans.indexOf(fortnightSeconds);
/** Behind which span each window ends that features are named after. */
export const windowEnds: readonly number[] = windows.map(({ seconds }) => spans.indexOf(seconds) + 1);

/** Filled by `lookThrough`, each time anew. The present payment is in none of it. */
export class Month {
  /** Row of the present payment, and of the first that is looked at. */
  row = 0;
  first = 0;
  maximum = 0;
  /** Payments that are not exceptional, in minor units. */
  ordinary = 0;
  ordinarySum = 0;
  ordinarySquares = 0;
  /** Of payments within a fortnight: how many, the largest ratio, and the seconds since the last exceptional one. */
  fortnight = 0;
  largestRatio = Number.NaN;
  sinceExceptional = Number.NaN;
  /** Seconds since the last payment at the present terminal. */
  sincePair = Number.NaN;
  /** Of each window of `windows` its first row; it has no bound. */
  readonly firsts = new Int32Array(windows.length);
  /** By span: terminals that are not met in a later one, exceptional payments, payments at the present terminal and their sum. */
  readonly terminals = new Float64Array(spans.length);
  readonly exceptional = new Float64Array(spans.length);
  readonly pairs = new Float64Array(spans.length);
  readonly pairSums = new Float64Array(spans.length);

  /**
   * @param row of the owner's present payment; what came later does not enter
   * @param terminals where the customer's payments were made
   * @param pass serial number that no earlier pass over `terminals` had
   */
  lookThrough(histories: Histories, owner: number, row: number, terminals: Entities, pass: number): void {
    const { words, floats } = histories.rows;
    const { marks } = terminals;
    const time = words[row * rowWords + timeWord];
    const terminal = words[row * rowWords + partnerWord];
    const begin = histories.begin(owner);
    const bound = Math.max(begin, row - mostLookedThrough);
    let window = 0;
    let past = row - 1;
    let maximum = 0;
    let largestRatio = -1;
    let exceptionalPayments = 0;
    let lastExceptional = -1;
    let lastPair = -1;
    let sum = 0;
    let squares = 0;
    marks[terminal] = pass;
    for (let span = 0; span < spans.length; span++) {
      const edge = time - spans[span];
      let met = 0;
      let exceptional = 0;
      let pairs = 0;
      let pairSum = 0;
      for (; past >= bound && words[past * rowWords + timeWord] > edge; past--) {
        const at = past * rowWords;
        const amount = words[at + amountWord];
        const partner = words[at + partnerWord];
        const ratio = floats[at + ratioWord];
        if (amount > maximum) maximum = amount;
        if (marks[partner] !== pass) {
          marks[partner] = pass;
          met++;
        } else if (partner === terminal) {
          if (lastPair < 0) lastPair = past;
          pairs++;
          pairSum += amount;
        }
        if (ratio > largestRatio) largestRatio = ratio;
        if (ratio > exceptionalRatio) {
          if (lastExceptional < 0) lastExceptional = past;
          exceptional++;
          continue;
        }
        sum += amount;
        squares += amount * amount;
      }
      this.terminals[span] = met;
      this.exceptional[span] = exceptional;
      this.pairs[span] = pairs;
      this.pairSums[span] = pairSum;
      exceptionalPayments += exceptional;
      if (windowEnds[window] === span + 1) {
        const first = past + 1;
        this.firsts[window++] = first > bound ? first : histories.firstAfter(owner, edge, first);
      }
      if (span !== fortnightSpan) continue;
      this.fortnight = row - 1 - past;
      this.largestRatio = largestRatio < 0 ? Number.NaN : largestRatio;
      this.sinceExceptional =
        lastExceptional < 0 ? Number.NaN : time - words[lastExceptional * rowWords + timeWord];
    }
    const first = past + 1;
    this.row = row;
    this.first = first;
    this.maximum = maximum;
    this.ordinary = row - first - exceptionalPayments;
    this.ordinarySum = sum;
    this.ordinarySquares = squares;
    this.sincePair = lastPair < 0 ? Number.NaN : time - words[lastPair * rowWords + timeWord];
  }
}
