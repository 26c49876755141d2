/** A request for a decision: what it must hold, and what is refused before anything is stored. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { latestSeconds, type Transaction } from '../data/records.ts';
import type { Policy } from './policy.ts';

const whole = z.int().min(0);
/** What an `integer` column holds. */
const entity = whole.max(2 ** 31 - 1);

/** As it stands on the wire; amounts in hundredths of the currency's unit. */
export const decisionRequestSchema = z.strictObject({
  transactionId: whole,
  /** When it was paid, with its offset from UTC. */
  time: z.iso
    .datetime({ offset: true })
    .refine((time) => Date.parse(time) >= 0 && Date.parse(time) / 1000 <= latestSeconds, 'from 1970 to 2105'),
  customer: entity,
  terminal: entity,
  amountMinor: z.int(),
  currency: z.string(),
  simulated: z.boolean().default(false),
});
export type DecisionRequest = z.infer<typeof decisionRequestSchema>;

/** A payment ahead of the clock by more than this was given a wrong time. */
const futureSeconds = 300;

export type RequestFault =
  | { readonly code: 'amountNegative'; readonly amountMinor: number }
  | { readonly code: 'amountAbsurd'; readonly amountMinor: number; readonly largestMinor: number }
  | { readonly code: 'unknownCurrency'; readonly currency: string; readonly known: readonly string[] }
  | { readonly code: 'futureDated'; readonly time: string };

/** @param nowSeconds by the wall clock */
export function requestFault(
  request: DecisionRequest,
  policy: Policy,
  nowSeconds: number,
): RequestFault | null {
  const { amountMinor, currency, time } = request;
  const { currencies, largestAmountMinor: largestMinor } = policy;
  if (amountMinor < 0) return { code: 'amountNegative', amountMinor };
  if (amountMinor > largestMinor) return { code: 'amountAbsurd', amountMinor, largestMinor };
  if (!currencies.includes(currency)) return { code: 'unknownCurrency', currency, known: currencies };
  if (transactionOf(request).timeSeconds > nowSeconds + futureSeconds) return { code: 'futureDated', time };
  return null;
}

/** Fractions of a second are left out: payments have none here. */
export function transactionOf(request: DecisionRequest): Transaction {
  const { transactionId: id, time, customer, terminal, amountMinor } = request;
  return { id, timeSeconds: Math.floor(Date.parse(time) / 1000), customer, terminal, amountMinor };
}

/** Of the payment that is asked about: the same for every way of writing it. */
export function requestSha256({ currency, simulated }: DecisionRequest, transaction: Transaction): string {
  const { id, timeSeconds, customer, terminal, amountMinor } = transaction;
  const content = JSON.stringify([id, timeSeconds, customer, terminal, amountMinor, currency, simulated]);
  return hash('sha256', content);
}
