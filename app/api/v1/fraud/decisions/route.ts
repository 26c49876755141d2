/** Decisions on payments, asked for by a payment system that shows the installation's key. */
import { timingSafeEqual } from 'node:crypto';
import { type DecisionError, decisionRequestSchema, type StoredDecision } from '@praxis/fraud';
import { z } from 'zod';
import { guarded, readBody, refuse } from '../../../../server/endpoint.ts';
import { services } from '../../../../server/services.ts';

const keyHeader = z.string().min(1).max(200).nullable();

/**
 * Answers 200 with the decision, which is stored by then. The same transaction id or `Idempotency-Key` gets the same
 * answer again; 409 where it is used for another payment.
 */
export const POST = (request: Request): Promise<Response> =>
  guarded(async () => {
    const { environment, fraud } = await services();
    if (!showsKey(request, environment.decisionsKey)) return refuse(401, 'decisionsKeyMissing');
    const key = keyHeader.safeParse(request.headers.get('idempotency-key'));
    if (!key.success) return refuse(400, 'idempotencyKeyInvalid');
    const read = await readBody(request, decisionRequestSchema);
    if (!read.ok) return read.response;
    const outcome = await fraud.decisions.decide(read.body, key.data);
    if (!outcome.ok) return refused(outcome.error);
    const { decision, repeated } = outcome.value;
    return Response.json(answer(decision, repeated), { headers: { 'cache-control': 'no-store' } });
  }, request.signal);

const answer = (decision: StoredDecision, repeated: boolean) => {
  const { transactionId, answer, score, expectedLossMinor, rules, reasons, model, failure } = decision;
  return { transactionId, answer, score, expectedLossMinor, rules, reasons, model, failure, repeated };
};

function showsKey(request: Request, key: string | null): boolean {
  const shown = Buffer.from(request.headers.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${key}`);
  return key !== null && shown.length === expected.length && timingSafeEqual(shown, expected);
}

function refused(error: DecisionError): Promise<Response> {
  switch (error.code) {
    case 'amountNegative':
      return refuse(422, error.code, { amount: error.amountMinor });
    case 'amountAbsurd':
      return refuse(422, error.code, { amount: error.amountMinor, largest: error.largestMinor });
    case 'unknownCurrency':
      return refuse(422, error.code, { currency: error.currency, known: error.known.join(', ') });
    case 'futureDated':
      return refuse(422, error.code, { time: error.time });
    case 'tooLate':
      return refuse(422, error.code, { newest: error.newest });
    case 'knownFromHistory':
      return refuse(409, error.code, { id: error.transactionId });
    case 'usedForAnother':
      return refuse(409, error.by === 'transactionId' ? 'transactionIdUsed' : 'idempotencyKeyUsed');
  }
}
