'use client';
/** The state of the what-if panel: changed values, the risks that follow, and what went wrong. */
import { useEffect, useRef, useState } from 'react';
import { type WhatIfRisk, whatIfFailure, whatIfResponse } from './what-if-protocol.ts';

export type Changes = Readonly<Record<string, number>>;

interface Answer {
  /** null until an answer to the present changes has come. */
  readonly risks: readonly WhatIfRisk[] | null;
  /** The range that a value left, by feature. */
  readonly outOfRange: Readonly<Record<string, { readonly minimum: number; readonly maximum: number }>>;
  /** null: no trouble; empty: the server did not answer; else what it said. */
  readonly failure: string | null;
}

const nothing: Answer = { risks: null, outOfRange: {}, failure: null };

/** Long enough to wait for the next step of a slider, short enough to feel immediate. */
const debounceMs = 120;

/** Posts the changes some moments after the last one; an answer that a newer change overtook is dropped. */
export function useWhatIf(endpoint: string) {
  const [changes, setChanges] = useState<Changes>({});
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Answer>(nothing);
  const waiting = useRef<AbortController | null>(null);

  useEffect(() => {
    waiting.current?.abort();
    if (Object.keys(changes).length === 0) {
      setAnswer(nothing);
      return;
    }
    const request = new AbortController();
    waiting.current = request;
    const timer = setTimeout(() => {
      void ask(endpoint, changes, request.signal).then((next) => {
        if (!request.signal.aborted)
          setAnswer((now) => (next.risks === null ? { ...next, risks: now.risks } : next));
      });
    }, debounceMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [endpoint, changes]);

  return {
    changes,
    answer,
    change: (feature: string, value: number | null) =>
      setChanges((now) => {
        const { [feature]: _, ...rest } = now;
        return value === null ? rest : { ...rest, [feature]: value };
      }),
    /** Rises with every reset, so that fields forget what was typed in them too. */
    round,
    reset: () => {
      setRound((now) => now + 1);
      setChanges({});
    },
  };
}

async function ask(endpoint: string, changes: Changes, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ changes }),
      signal,
    });
    const body: unknown = await response.json();
    if (response.ok) return { ...nothing, risks: whatIfResponse.parse(body).risks };
    const { error } = whatIfFailure.parse(body);
    const { feature, minimum, maximum } = error;
    if (feature !== undefined && minimum !== undefined && maximum !== undefined) {
      return { ...nothing, outOfRange: { [feature]: { minimum, maximum } } };
    }
    return { ...nothing, failure: error.message };
  } catch {
    return { ...nothing, failure: '' };
  }
}
