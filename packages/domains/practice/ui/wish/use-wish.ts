'use client';
/** The learner's wish for difficulty: moves at once, is kept a moment later, and knows what each place would bring. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { WishView } from '../../service/learner-contract.ts';
import { practiceServer } from '../practice-server.ts';

/** How a wish that was moved stands with the server. */
type Keeping = 'asFound' | 'moving' | 'kept' | 'unkept';

/** Milliseconds without a move after which it is kept. */
const restMs = 400;

export interface WishState {
  readonly wish: WishView;
  readonly keeping: Keeping;
  readonly move: (target: number) => void;
}

/** @param moment changes with what is known of the learner: what each wish would bring is asked for anew */
export function useWish(first: WishView, api: string, moment: string): WishState {
  const server = useMemo(() => practiceServer(api), [api]);
  const [wish, setWish] = useState(first);
  const [keeping, setKeeping] = useState<Keeping>('asFound');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const found = useRef(moment);
  const latest = useRef(first.target);

  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    if (found.current === moment) return;
    found.current = moment;
    let gone = false;
    void server.wish().then((reply) => {
      // The wish itself stays where the learner has it.
      if (!gone && reply.ok) setWish((last) => ({ ...reply.value, target: last.target }));
    });
    return () => {
      gone = true;
    };
  }, [server, moment]);

  const move = useCallback(
    (target: number) => {
      latest.current = target;
      setWish((last) => ({ ...last, target }));
      setKeeping('moving');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void server.setWish(target).then((reply) => {
          // The slider was moved on since: what comes of the later move is what counts.
          if (latest.current !== target) return;
          if (reply.ok) setWish(reply.value);
          setKeeping(reply.ok ? 'kept' : 'unkept');
        });
      }, restMs);
    },
    [server],
  );
  return { wish, keeping, move };
}
