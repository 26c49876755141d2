/** A card's payments as a timeline shows them: what is usual, and how the present payment compares. */
import type { PastPayment } from '../../service/triage-store.ts';

export interface UsualRange {
  readonly lowMinor: number;
  readonly highMinor: number;
}

/** With fewer others nothing is called usual. */
const fewest = 5;

/** The middle 80 % of the amounts of the other payments that are not known as fraud; null where they are too few. */
export function usualRange(card: readonly PastPayment[], presentId: number): UsualRange | null {
  const amounts = card
    .filter(({ transaction, fraud }) => transaction.id !== presentId && fraud !== true)
    .map(({ transaction }) => transaction.amountMinor)
    .sort((a, b) => a - b);
  if (amounts.length < fewest) return null;
  return { lowMinor: quantile(amounts, 0.1), highMinor: quantile(amounts, 0.9) };
}

export type AmountFinding = 'above' | 'within' | 'below' | 'unknown';

export function amountFinding(amountMinor: number, usual: UsualRange | null): AmountFinding {
  if (usual === null) return 'unknown';
  if (amountMinor > usual.highMinor) return 'above';
  return amountMinor < usual.lowMinor ? 'below' : 'within';
}

/** Between the two nearest of `sorted`, as Hyndman and Fan's type 7. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below + (place - Math.floor(place)) * (above - below);
}

/**
 * How many payments within so many seconds are usual for the card: the median over its other payments, counting each with
 * those before it; 0 where its known past is too short to tell.
 *
 * @param card newest first, as far back as it was read
 */
export function usualCount(card: readonly PastPayment[], presentId: number, seconds: number): number {
  const times = card.map(({ transaction }) => transaction.timeSeconds);
  const earliest = Math.min(...times);
  const counts = card
    .filter(
      ({ transaction }) => transaction.id !== presentId && transaction.timeSeconds - seconds >= earliest,
    )
    .map(({ transaction: { timeSeconds } }) => {
      return times.filter((time) => time <= timeSeconds && time > timeSeconds - seconds).length;
    })
    .sort((a, b) => a - b);
  return counts.length < fewest ? 0 : counts[Math.floor(counts.length / 2)];
}
