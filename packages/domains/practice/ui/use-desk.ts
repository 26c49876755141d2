'use client';
/** What the practice screen holds: the exercise in front, what was last said of it, and what it waits for. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Next, TurnView, VerdictView } from '../service/practice-contract.ts';
import { practiceServer, type Reply } from './practice-server.ts';

/** What stands below the answer: the verdict on it, or a trouble and whether it is the connection's. */
type Said =
  | { readonly kind: 'verdict'; readonly verdict: VerdictView; readonly typed: string }
  | { readonly kind: 'trouble'; readonly message: string | null };

export interface Desk {
  readonly turn: TurnView;
  readonly said: Said | null;
  readonly busy: boolean;
  readonly check: (typed: string) => void;
  readonly hint: () => void;
  readonly solution: () => void;
  readonly another: (next: Next) => void;
  /** The learner writes again: what was said of the answer before goes. */
  readonly write: () => void;
}

export function useDesk(first: TurnView, api: string, onNext: () => void): Desk {
  const server = useMemo(() => practiceServer(api), [api]);
  const [turn, setTurn] = useState(first);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const waiting = useRef(false);

  /** One thing at a time; a second press while the first is under way does nothing. */
  const run = useCallback(
    async <Value>(asked: () => Promise<Reply<Value>>, then: (value: Value) => void) => {
      if (waiting.current) return;
      waiting.current = true;
      setBusy(true);
      const reply = await asked();
      waiting.current = false;
      setBusy(false);
      if (reply.ok) return then(reply.value);
      setSaid({ kind: 'trouble', message: reply.message });
      // Another tab closed it: what is open now comes in its place.
      if (reply.code === 'closedAlready') {
        const present = await server.current();
        if (present.ok) setTurn(present.value);
      }
    },
    [server],
  );

  return {
    turn,
    said,
    busy,
    check: (typed) => {
      void run(
        () => server.answer(turn.id, typed),
        (answered) => {
          setTurn(answered.turn);
          setSaid({ kind: 'verdict', verdict: answered.verdict, typed });
        },
      );
    },
    hint: () => {
      void run(() => server.hint(turn.id), setTurn);
    },
    solution: () => {
      void run(
        () => server.solution(turn.id),
        (next) => {
          setTurn(next);
          setSaid(null);
        },
      );
    },
    another: (next) => {
      void run(
        () => server.another(turn.id, next),
        (present) => {
          setTurn(present);
          setSaid(null);
          onNext();
        },
      );
    },
    write: () => setSaid((last) => (last?.kind === 'verdict' ? null : last)),
  };
}
