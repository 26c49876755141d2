'use client';
/** Keeps the queue at the server's state without a reload. */
import { useEffect, useRef, useState } from 'react';
import type { QueueView } from '../../service/triage-contract.ts';
import type { DeskServer } from '../desk-server.ts';

const pollMs = 3_000;

/**
 * The queue as new as the page (`first`) or the last answer; `offlineSince` is the time of that answer while the server
 * does not answer. Rests while the page is hidden.
 */
export function useLiveQueue(server: DeskServer, first: QueueView) {
  const [queue, setQueue] = useState(first);
  const [answeredAt, setAnsweredAt] = useState(() => new Date());
  const [offline, setOffline] = useState(false);
  const ask = useRef(async () => {});

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    ask.current = async () => {
      const answer = await server.queue();
      if (stopped) return;
      setOffline(!answer.ok);
      if (!answer.ok) return;
      setAnsweredAt(new Date());
      if (answer.value !== null) setQueue(answer.value);
    };
    async function turn() {
      if (!document.hidden) await ask.current();
      if (!stopped) timer = setTimeout(turn, pollMs);
    }
    void turn();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [server]);

  return { queue, offlineSince: offline ? answeredAt : null, refresh: () => ask.current() };
}
