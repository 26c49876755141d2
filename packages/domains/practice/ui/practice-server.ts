/** The endpoints of practice as the screen calls them; a failure is a value with a message for people. */
import type { z } from 'zod';
import type { LineView, TurnView, VerdictView } from '../service/practice-contract.ts';
import { answeredBody, failureBody, linesBody, turnBody } from './protocol.ts';

/** `message` is null where the server did not answer: what was typed stays in the field. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string | null; readonly message: string | null };

export interface PracticeServer {
  readonly current: () => Promise<Reply<TurnView>>;
  readonly another: (turn: number, variant: boolean) => Promise<Reply<TurnView>>;
  readonly answer: (
    turn: number,
    typed: string,
  ) => Promise<Reply<{ readonly verdict: VerdictView; readonly turn: TurnView }>>;
  readonly hint: (turn: number) => Promise<Reply<TurnView>>;
  readonly solution: (turn: number) => Promise<Reply<TurnView>>;
  readonly lines: (turn: number, lines: readonly string[]) => Promise<Reply<readonly LineView[]>>;
}

/** @param api address of the practice endpoints */
export function practiceServer(api: string): PracticeServer {
  const act = <Shape extends z.ZodType>(turn: number, name: string, body: unknown, shape: Shape) =>
    ask(`${api}/turns/${turn}/${name}`, shape, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    current: () => ask(`${api}/turns`, turnBody),
    another: (turn, variant) => act(turn, 'another', { variant }, turnBody),
    answer: (turn, typed) => act(turn, 'answer', { typed }, answeredBody),
    hint: (turn) => act(turn, 'hint', {}, turnBody),
    solution: (turn) => act(turn, 'solution', {}, turnBody),
    lines: (turn, lines) => act(turn, 'lines', { lines }, linesBody),
  };
}

/** A session that ended sends the page to the sign-in page, and back afterwards. */
async function ask<Shape extends z.ZodType>(
  address: string,
  shape: Shape,
  request: RequestInit = {},
): Promise<Reply<z.infer<Shape>>> {
  const response = await fetch(address, { ...request, cache: 'no-store' }).catch(() => null);
  if (response?.status === 401) window.location.reload();
  const body: unknown = await response?.json().catch(() => null);
  if (response?.ok) {
    const read = shape.safeParse(body);
    return read.success ? { ok: true, value: read.data } : { ok: false, code: null, message: null };
  }
  const failed = failureBody.safeParse(body);
  return failed.success
    ? { ok: false, code: failed.data.error.code, message: failed.data.error.message }
    : { ok: false, code: null, message: null };
}
