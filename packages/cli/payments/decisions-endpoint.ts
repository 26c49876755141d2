/**
 * `POST /api/v1/fraud/decisions`, for a payment system that shows the installation's key. It stands before the web framework,
 * whose way to an answer takes longer than the decision.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DecisionDesk, decisionRequestSchema, type StoredDecision } from '@praxis/fraud/service';
import { z } from 'zod';
import { type Refusal, refusalOf } from './decision-refusal.ts';

export const decisionsPath = '/api/v1/fraud/decisions';

const keyHeader = z.string().min(1).max(200).nullable();
/** A request takes some 200 bytes. */
const largestBody = 64 * 1024;

/** What stands in for everything that is not foreseen: nothing of it is told to the caller. */
interface Surroundings {
  readonly desk: DecisionDesk;
  /** What the caller has to show. */
  readonly key: string;
  readonly databaseAnswers: () => Promise<boolean>;
}

export const isDecisionsRequest = ({ url = '' }: IncomingMessage): boolean =>
  url === decisionsPath || url.startsWith(`${decisionsPath}?`);

/**
 * Answers 200 with the decision, which is stored by then. The same transaction id or `Idempotency-Key` gets the same
 * answer again; 409 where it is used for another payment. Does not reject.
 */
export async function answerDecisionsRequest(
  request: IncomingMessage,
  response: ServerResponse,
  surroundings: Surroundings,
): Promise<void> {
  try {
    send(response, await answerTo(request, surroundings));
  } catch (error) {
    if (await surroundings.databaseAnswers()) {
      console.error(error);
      send(
        response,
        refusal(
          500,
          'unexpected',
          'Something went wrong on the server. Nothing half-done was kept; try again.',
        ),
      );
    } else {
      send(
        response,
        refusal(503, 'databaseUnreachable', 'The database does not answer. Nothing was changed; try again.'),
      );
    }
  }
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});
const refused = ({ status, code, message }: Refusal): Answer => refusal(status, code, message);

async function answerTo(request: IncomingMessage, { desk, key }: Surroundings): Promise<Answer> {
  if (request.method !== 'POST') {
    return { ...refusal(405, 'methodNotAllowed', 'Ask with POST.'), headers: { allow: 'POST' } };
  }
  if (!showsKey(request, key)) {
    return refusal(
      401,
      'decisionsKeyMissing',
      'Send "Authorization: Bearer KEY": the key is in the file decisions-key of the data folder.',
    );
  }
  const idempotency = keyHeader.safeParse(request.headers['idempotency-key'] ?? null);
  if (!idempotency.success) {
    return refusal(400, 'idempotencyKeyInvalid', 'Idempotency-Key must have 1 to 200 characters.');
  }
  const body = await bodyOf(request);
  if (body === 'tooLarge') return refusal(413, 'bodyTooLarge', `A body has at most ${largestBody} bytes.`);
  const read = decisionRequestSchema.safeParse(parsed(body));
  if (!read.success) return refusal(400, 'invalidBody', invalidBody(read.error));
  const outcome = await desk.decide(read.data, idempotency.data);
  if (!outcome.ok) return refused(refusalOf(outcome.error));
  const { decision, repeated } = outcome.value;
  return { status: 200, body: answer(decision, repeated) };
}

/** Rejects where the caller goes away in the middle of it. */
function bodyOf(request: IncomingMessage): Promise<Buffer | 'tooLarge'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= largestBody) chunks.push(chunk);
    });
    request.on('end', () => resolve(bytes > largestBody ? 'tooLarge' : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** undefined where it is not JSON. */
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function answer(decision: StoredDecision, repeated: boolean) {
  const { transactionId, answer, score, expectedLossMinor, rules, reasons, model, failure } = decision;
  return { transactionId, answer, score, expectedLossMinor, rules, reasons, model, failure, repeated };
}

function invalidBody({ issues }: z.ZodError): string {
  const detail = issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  return `The body is not what this endpoint takes: ${detail.join('; ')}`;
}

function showsKey({ headers }: IncomingMessage, key: string): boolean {
  const shown = Buffer.from(headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${key}`);
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(text);
}
