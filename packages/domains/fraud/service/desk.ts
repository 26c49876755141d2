/**
 * The desk where payments are decided. Requests that arrive while others are being decided go together: one look at the
 * log, one call of the model, one commit. Nothing is answered before it is stored.
 */
import type { Transaction } from '../data/records.ts';
import { features } from '../features/definitions.ts';
import { judge, type Undecided } from './judge.ts';
import { type Memory, remember } from './memory.ts';
import type { DecisionModel } from './model.ts';
import type { Policy } from './policy.ts';
import {
  type DecisionRequest,
  type RequestFault,
  requestFault,
  requestSha256,
  transactionOf,
} from './request.ts';
import type { PaymentLog, StoredDecision } from './store.ts';

export type DecisionError =
  | RequestFault
  /** The id or key was used for another payment; nothing of this one is stored. */
  | { readonly code: 'usedForAnother'; readonly by: 'transactionId' | 'idempotencyKey' }
  /** The payment is known from a file, and nobody asked for a decision then. */
  | { readonly code: 'knownFromHistory'; readonly transactionId: number }
  | { readonly code: 'tooLate'; readonly newest: string };

export interface Decided {
  readonly decision: StoredDecision;
  /** The answer was given before: nothing was decided anew. */
  readonly repeated: boolean;
}

export type DecisionOutcome =
  | { readonly ok: true; readonly value: Decided }
  | { readonly ok: false; readonly error: DecisionError };

export interface DecisionDesk {
  /**
   * Decides a payment, or gives the answer that it got before.
   *
   * @param idempotencyKey the caller's name for this request, null where it has none
   * @throws what the database throws: then nothing is stored, and the same request may be sent again
   */
  decide(request: DecisionRequest, idempotencyKey: string | null): Promise<DecisionOutcome>;
  /** Reads the log and opens the model, so that the first request waits for neither. */
  prepare(): Promise<void>;
}

export interface DeskParts {
  readonly log: PaymentLog;
  /** The model that serves now, null before there is one. */
  readonly model: () => Promise<DecisionModel | null>;
  readonly policy: Policy;
  /** The wall clock, in seconds since 1970. */
  readonly nowSeconds: () => number;
}

interface Waiting {
  readonly request: DecisionRequest;
  readonly transaction: Transaction;
  readonly key: string | null;
  readonly resolve: (outcome: DecisionOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Requests decided together at most: more would keep the first of them waiting. */
const mostTogether = 128;

/** A desk that reads the log when the first request comes, or before it where it is asked to prepare. */
export function openDecisionDesk(parts: DeskParts): DecisionDesk {
  const waiting: Waiting[] = [];
  let memory: Memory | null = null;
  let working = false;

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (
      let batch = waiting.splice(0, mostTogether);
      batch.length > 0;
      batch = waiting.splice(0, mostTogether)
    ) {
      try {
        memory ??= await remember(parts.log);
        const outcomes = await decideTogether(parts, memory, batch);
        for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index]);
      } catch (error) {
        // It may have seen payments that are not stored.
        memory = null;
        for (const { reject } of batch) reject(error);
      }
    }
    working = false;
  }

  return {
    async prepare() {
      await parts.model();
      memory ??= await remember(parts.log);
    },

    async decide(request, key) {
      const error = requestFault(request, parts.policy, parts.nowSeconds());
      if (error) return { ok: false, error };
      return new Promise((resolve, reject) => {
        waiting.push({ request, transaction: transactionOf(request), key, resolve, reject });
        void work();
      });
    },
  };
}

/** One batch under the log's lock; outcomes stand where their requests stand. */
async function decideTogether(
  { log, model, policy }: DeskParts,
  memory: Memory,
  batch: readonly Waiting[],
): Promise<readonly DecisionOutcome[]> {
  const outcomes: DecisionOutcome[] = [];
  const asked = {
    transactionIds: batch.map(({ request }) => request.transactionId),
    idempotencyKeys: batch.flatMap(({ key }) => key ?? []),
  };
  memory.position = await log.append(memory.position, asked, async (tail, known, recorded) => {
    memory.follow(tail);
    const fresh: (Undecided & { readonly index: number })[] = [];
    /** Requests that repeat one of this batch. */
    const later: number[] = [];
    const ids = new Set<number>();
    const keys = new Set<string>();
    for (const [index, asking] of batch.entries()) {
      const { transaction, key } = asking;
      const before = earlier(asking, known);
      if (before) outcomes[index] = before;
      else if (ids.has(transaction.id) || (key !== null && keys.has(key))) later.push(index);
      else if (recorded.includes(transaction.id)) {
        // The memory reaches back some weeks, the log to the beginning.
        outcomes[index] = { ok: false, error: { code: 'knownFromHistory', transactionId: transaction.id } };
      } else {
        const row = new Float64Array(features.length);
        const error = observe(memory, transaction, row);
        if (error) outcomes[index] = { ok: false, error };
        else {
          fresh.push({ ...asking, index, row });
          ids.add(transaction.id);
          if (key !== null) keys.add(key);
        }
      }
    }
    const decided = await judge(fresh, memory, model, policy);
    const decisions = decided.map(({ decision }) => decision);
    for (const [position, { index }] of fresh.entries()) {
      outcomes[index] = { ok: true, value: { decision: decisions[position], repeated: false } };
    }
    for (const index of later) {
      const outcome = earlier(batch[index], decisions);
      if (outcome) outcomes[index] = outcome;
    }
    return decided;
  });
  return outcomes;
}

/** What was answered before to this id or key, null where nothing was. */
function earlier(asking: Waiting, known: readonly StoredDecision[]): DecisionOutcome | null {
  const { transaction, key } = asking;
  const decision =
    known.find(({ transactionId }) => transactionId === transaction.id) ??
    known.find(({ idempotencyKey }) => key !== null && idempotencyKey === key);
  return decision ? repeated(asking, decision) : null;
}

function repeated({ request, transaction, key }: Waiting, decision: StoredDecision): DecisionOutcome {
  if (decision.requestSha256 === requestSha256(request, transaction))
    return { ok: true, value: { decision, repeated: true } };
  const by = key !== null && decision.idempotencyKey === key ? 'idempotencyKey' : 'transactionId';
  return { ok: false, error: { code: 'usedForAnother', by } };
}

function observe({ state }: Memory, transaction: Transaction, row: Float64Array): DecisionError | null {
  switch (state.observe(transaction, row)) {
    case 'observed':
      return null;
    case 'duplicate':
      return { code: 'knownFromHistory', transactionId: transaction.id };
    case 'tooLate':
      return { code: 'tooLate', newest: new Date(state.clock * 1000).toISOString() };
  }
}
