/** What labels tell of a customer or a terminal, each a week after its payment and not before. */
import { type FraudFeature, feature, type RowWriter } from './feature.ts';
import { amountWord, fraudKnownWord, type Histories, ratioWord, rowWords, timeWord } from './histories.ts';
import { exceptionalRatio } from './month.ts';
import { delayedWindows, hourSeconds, labelDelaySeconds } from './windows.ts';

/** @param whose first word of the names, `customer` or `terminal` */
export function knownFraudFeatures(whose: string): readonly FraudFeature[] {
  return delayedWindows.flatMap(({ name: window }) => [
    feature('count', `${whose}KnownCount`, { window }),
    feature('count', `${whose}KnownFrauds`, { window }),
    feature('number', `${whose}Risk`, { window }),
  ]);
}

export const fraudRunFeatures: readonly FraudFeature[] = [
  feature('number', 'terminalHoursSinceKnown', { unit: 'h' }),
  feature('count', 'terminalFraudRun'),
  feature('number', 'terminalHoursSinceRunStart', { unit: 'h' }),
  feature('number', 'terminalHoursSinceGenuineBeforeRun', { unit: 'h' }),
  feature('count', 'terminalOrdinaryFrauds', { window: '30Days' }),
  feature('number', 'terminalHoursSinceFirstOrdinaryFraud', { unit: 'h' }),
  feature('number', 'terminalHoursSinceLastOrdinaryFraud', { unit: 'h' }),
  feature('count', 'terminalGenuineSinceOrdinaryFraud'),
  feature('number', 'terminalLastOrdinaryFraudAmount', { unit: 'currency' }),
];

const longestSpan = delayedWindows[delayedWindows.length - 1].seconds;
const frauds = new Float64Array(delayedWindows.length);

/**
 * Payments whose labels are known, frauds among them, and their share. A payment of which nothing was said when its delay was
 * over counts as genuine.
 *
 * @param row of the owner's present payment
 * @param end behind the last row whose label may be known
 */
export function writeKnownFrauds(
  into: RowWriter,
  histories: Histories,
  owner: number,
  row: number,
  end: number,
): void {
  const { words } = histories.rows;
  const begin = histories.begin(owner);
  const time = words[row * rowWords + timeWord];
  const known = time - labelDelaySeconds;
  frauds.fill(0);
  if (histories.frauds(owner) > 0) {
    let window = 0;
    for (
      let past = end - 1;
      past >= begin && words[past * rowWords + timeWord] > known - longestSpan;
      past--
    ) {
      const at = past * rowWords;
      if (words[at + fraudKnownWord] > time) continue;
      while (words[at + timeWord] <= known - delayedWindows[window].seconds) window++;
      frauds[window]++;
    }
  }
  let sum = 0;
  let first = end;
  for (let window = 0; window < delayedWindows.length; window++) {
    first = histories.firstAfter(owner, known - delayedWindows[window].seconds, first);
    const count = end - first;
    sum += frauds[window];
    into.put(count);
    into.put(sum);
    into.put(count === 0 ? 0 : sum / count);
  }
}

/**
 * An ordinary fraud is one whose amount was not exceptional for its customer: it speaks against the terminal rather than the
 * card. A run is the unbroken series of known frauds that ends with the latest payment whose label is known.
 *
 * @param row of the terminal's present payment
 * @param end behind the last row whose label may be known
 */
export function writeFraudRun(
  into: RowWriter,
  histories: Histories,
  owner: number,
  row: number,
  end: number,
): void {
  const { words, floats } = histories.rows;
  const begin = histories.begin(owner);
  const time = words[row * rowWords + timeWord];
  const known = time - labelDelaySeconds;
  const latest = end - 1;
  let run = 0;
  let runStart = Number.NaN;
  let genuineBeforeRun = Number.NaN;
  let ordinary = 0;
  let firstOrdinary = Number.NaN;
  let lastOrdinary = Number.NaN;
  let genuine = 0;
  let genuineSince = Number.NaN;
  let lastAmount = Number.NaN;
  if (histories.frauds(owner) > 0) {
    for (let past = latest; past >= begin; past--) {
      const at = past * rowWords;
      if (words[at + timeWord] <= known - longestSpan) break;
      const ago = time - words[at + timeWord];
      if (words[at + fraudKnownWord] > time) {
        if (genuine === 0 && run > 0) genuineBeforeRun = ago;
        genuine++;
        continue;
      }
      if (genuine === 0) {
        run++;
        runStart = ago;
      }
      if (floats[at + ratioWord] > exceptionalRatio) continue;
      ordinary++;
      firstOrdinary = ago;
      if (ordinary > 1) continue;
      lastOrdinary = ago;
      genuineSince = genuine;
      lastAmount = words[at + amountWord];
    }
  }
  // The longer no payment there has proved genuine, the longer the terminal may have been in the wrong hands.
  const isKnown = latest >= begin && words[latest * rowWords + timeWord] > known - longestSpan;
  into.put(isKnown ? (time - words[latest * rowWords + timeWord]) / hourSeconds : Number.NaN);
  into.put(run);
  into.put(runStart / hourSeconds);
  into.put(genuineBeforeRun / hourSeconds);
  into.put(ordinary);
  into.put(firstOrdinary / hourSeconds);
  into.put(lastOrdinary / hourSeconds);
  into.put(genuineSince);
  into.put(lastAmount / 100);
}
