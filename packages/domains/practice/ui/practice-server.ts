/** The endpoints of practice as the screen calls them; a failure is a value with a message for people. */
import type { z } from 'zod';
import type { WishView } from '../service/learner-contract.ts';
import type { LineView, Next, TurnView, VerdictView } from '../service/practice-contract.ts';
import { answeredBody, failureBody, type givenStart, linesBody, turnBody, wishBody } from './protocol.ts';

type Start = z.infer<typeof givenStart>;

/** `message` is null where the server did not answer: what was typed stays in the field. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string | null; readonly message: string | null };

export interface PracticeServer {
  readonly current: () => Promise<Reply<TurnView>>;
  /** An exercise that is asked for; `leave` is the open one that may be left for it. */
  readonly start: (wanted: Start['wanted'], leave: number | null) => Promise<Reply<TurnView>>;
  readonly another: (turn: number, next: Next) => Promise<Reply<TurnView>>;
  readonly answer: (
    turn: number,
    typed: string,
  ) => Promise<Reply<{ readonly verdict: VerdictView; readonly turn: TurnView }>>;
  readonly hint: (turn: number) => Promise<Reply<TurnView>>;
  readonly solution: (turn: number) => Promise<Reply<TurnView>>;
  /** What each wish for difficulty would bring now. */
  readonly wish: () => Promise<Reply<WishView>>;
  readonly setWish: (target: number) => Promise<Reply<WishView>>;
  readonly lines: (turn: number, lines: readonly string[]) => Promise<Reply<readonly LineView[]>>;
}

/** @param api address of the practice endpoints */
export function practiceServer(api: string): PracticeServer {
  const send = <Shape extends z.ZodType>(address: string, body: unknown, shape: Shape, method = 'POST') =>
    ask(`${api}/${address}`, shape, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const act = <Shape extends z.ZodType>(turn: number, name: string, body: unknown, shape: Shape) =>
    send(`turns/${turn}/${name}`, body, shape);
  return {
    current: () => ask(`${api}/turns`, turnBody),
    start: (wanted, leave) => send('turns', { wanted, leave }, turnBody),
    another: (turn, next) => act(turn, 'another', { next }, turnBody),
    answer: (turn, typed) => act(turn, 'answer', { typed }, answeredBody),
    hint: (turn) => act(turn, 'hint', {}, turnBody),
    solution: (turn) => act(turn, 'solution', {}, turnBody),
    wish: () => ask(`${api}/wish`, wishBody),
    setWish: (target) => send('wish', { target }, wishBody, 'PUT'),
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
