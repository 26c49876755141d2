/** Chargebacks of simulated payments: a fraud becomes known a week after it was paid, as a bank's customers notice. */
import type { LabelledTransaction } from '@praxis/fraud';
import { daySeconds } from './demo-world.ts';

const delaySeconds = 7 * daySeconds;

/** Of the given payments, what becomes known later than `afterSeconds` and not later than `untilSeconds`. */
export function chargebacks(
  transactions: readonly LabelledTransaction[],
  afterSeconds: number,
  untilSeconds: number,
) {
  return transactions.flatMap(({ id, timeSeconds, fraud, scenario }) => {
    const knownAtSeconds = timeSeconds + delaySeconds;
    if (!fraud || knownAtSeconds <= afterSeconds || knownAtSeconds > untilSeconds) return [];
    return [{ transactionId: id, fraud, source: 'chargeback' as const, scenario, knownAtSeconds }];
  });
}
