'use client';
/** Alerts with all that speaks for and against them, as they were read; some ahead of time, so that they are there at once. */
import { useCallback, useRef, useState } from 'react';
import type { Alert, AlertReview } from '../../service/triage-contract.ts';
import type { DeskServer } from '../desk-server.ts';

/** Kept in memory; those read longest ago go first. */
const mostKept = 24;

interface Reviews {
  readonly known: ReadonlyMap<number, AlertReview>;
  /** Why an alert could not be read; a `message` of null means that the server did not answer. */
  readonly trouble: { readonly id: number; readonly message: string | null } | null;
  /** Reads an alert anew; true where that went well. */
  readonly load: (id: number) => Promise<boolean>;
  /** What the reader has just made of an alert that is known, until it is read anew. */
  readonly amend: (id: number, change: Partial<Alert>) => void;
  /** Reads those of the given alerts that are not known yet, one after the other. */
  readonly readAhead: (ids: readonly number[]) => Promise<void>;
}

export function useReviews(server: DeskServer, first: AlertReview): Reviews {
  const [known, setKnown] = useState<ReadonlyMap<number, AlertReview>>(new Map([[first.alert.id, first]]));
  const [trouble, setTrouble] = useState<Reviews['trouble']>(null);
  const present = useRef(known);
  present.current = known;
  const reading = useRef(new Map<number, Promise<boolean>>());

  const load = useCallback(
    async (id: number) => {
      const answer = await server.review(id);
      setTrouble((now) => (answer.ok ? (now?.id === id ? null : now) : { id, message: answer.message }));
      if (!answer.ok) return false;
      setKnown((now) => {
        const others = [...now].filter(([other]) => other !== id).slice(1 - mostKept);
        return new Map([...others, [id, answer.value]]);
      });
      return true;
    },
    [server],
  );

  const amend = useCallback((id: number, change: Partial<Alert>) => {
    setKnown((now) => {
      const review = now.get(id);
      return review ? new Map(now).set(id, { ...review, alert: { ...review.alert, ...change } }) : now;
    });
  }, []);

  const readAhead = useCallback(
    async (ids: readonly number[]) => {
      for (const id of ids) {
        if (present.current.has(id)) continue;
        const under = reading.current.get(id) ?? load(id);
        reading.current.set(id, under);
        await under;
        reading.current.delete(id);
      }
    },
    [load],
  );

  return { known, trouble, load, amend, readAhead };
}
