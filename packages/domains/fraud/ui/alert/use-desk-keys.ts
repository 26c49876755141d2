'use client';
/** The desk's keys. */
import { isTyping } from '@praxis/ui';
import { useEffect, useRef } from 'react';
import { intentOf } from './desk-keys.ts';
import type { Desk } from './use-desk.ts';

/** @param to brings the focus to the note, and the reader to the queue */
export function useDeskKeys(desk: Desk, to: { readonly note: () => void; readonly queue: () => void }) {
  const latest = useRef({ desk, to });
  latest.current = { desk, to };
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const { desk: now, to: go } = latest.current;
      const { choosing } = now.state;
      const intent = intentOf(event.key, choosing);
      if (intent === null) return;
      event.preventDefault();
      if (intent.kind === 'choose') now.choose(intent.verdict);
      else if (intent.kind === 'give' && choosing !== null) now.give(choosing, intent.reason);
      else if (intent.kind === 'note') go.note();
      else if (intent.kind === 'queue') go.queue();
      else if (intent.kind === 'claim') now.claim();
      else if (intent.kind === 'next') now.next();
      else if (intent.kind === 'undo') now.undo();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
