/** What a payment system is told where a payment is not decided: for programs and who writes them, so in one language. */
import type { DecisionError } from '@praxis/fraud/service';

export interface Refusal {
  readonly status: 409 | 422;
  readonly code: string;
  readonly message: string;
}

/** Nothing of the payment is stored in any of these cases. */
export function refusalOf(error: DecisionError): Refusal {
  switch (error.code) {
    case 'amountNegative':
      return unfit(error.code, `amountMinor is ${error.amountMinor}: no payment is negative.`);
    case 'amountAbsurd':
      return unfit(
        error.code,
        `amountMinor is ${error.amountMinor}, more than ${error.largestMinor}, the largest that is taken.`,
      );
    case 'unknownCurrency':
      return unfit(
        error.code,
        `currency ${error.currency} is not decided here; known: ${error.known.join(', ')}.`,
      );
    case 'futureDated':
      return unfit(error.code, `time ${error.time} lies ahead of the clock.`);
    case 'tooLate':
      return unfit(error.code, `The payment is too old to be placed: the newest is of ${error.newest}.`);
    case 'knownFromHistory':
      return taken(
        error.code,
        `Payment ${error.transactionId} came with an imported file, without a decision.`,
      );
    case 'usedForAnother':
      return error.by === 'transactionId'
        ? taken('transactionIdUsed', 'This transaction id was used for another payment.')
        : taken('idempotencyKeyUsed', 'This Idempotency-Key was used for another payment.');
  }
}

const unfit = (code: string, message: string): Refusal => ({
  status: 422,
  code,
  message: `${message} Nothing was stored.`,
});
const taken = (code: string, message: string): Refusal => ({
  status: 409,
  code,
  message: `${message} Nothing was stored.`,
});
