/** From the score of each payment to the risk of its card that day: many small risks are one larger. */
import type { JudgedPayment } from './card-precision.ts';
import { dayOf } from './evaluation-dates.ts';

/**
 * A payment of a higher probability is looked at for its own sake, and does not speak against the card's next ones. Chosen on
 * weeks before any that a figure is told of (docs/fraud-features.md).
 */
const largestQuiet = 0.01;

/**
 * The probability that the payment, or a quiet one of the same card earlier on the same day, is a fraud. Only what came before
 * enters. A card that was used at ten terminals was ten times where one of them may be in the wrong hands.
 *
 * @param payments in the order of time; @param logOdds of each
 */
export function dayRisks(
  payments: readonly Pick<JudgedPayment, 'customer' | 'timeSeconds'>[],
  logOdds: Float64Array,
): Float64Array {
  /** For each card the day of its latest payment, and the chance that none of its quiet payments on that day was a fraud. */
  const quiet = new Map<number, { readonly day: number; readonly clean: number }>();
  return Float64Array.from(payments, ({ customer, timeSeconds }, row) => {
    const own = 1 / (1 + Math.exp(-logOdds[row]));
    const day = dayOf(timeSeconds);
    const before = quiet.get(customer);
    const clean = before?.day === day ? before.clean : 1;
    quiet.set(customer, { day, clean: own < largestQuiet ? clean * (1 - own) : clean });
    return 1 - clean * (1 - own);
  });
}
