'use client';
/** `j` and `k` move along a list, Enter opens, so that hands stay on the keyboard. */
import { useEffect, useRef, useState } from 'react';
import { isTyping } from './is-typing.ts';

/**
 * Listens while the list is on the page. `count` is the number of rows; `onOpen` gets the row that Enter was pressed on.
 * Returns the selected row (null before the first key) and a function that gives each row its ref, for scrolling.
 */
export function useListKeys(count: number, onOpen: (index: number) => void) {
  const [selected, setSelected] = useState<number | null>(null);
  const rows = useRef(new Map<number, HTMLElement>());
  const open = useRef(onOpen);
  open.current = onOpen;

  useEffect(() => {
    setSelected((now) => (now === null || count === 0 ? null : Math.min(now, count - 1)));
  }, [count]);

  useEffect(() => {
    if (selected !== null) rows.current.get(selected)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || count === 0) return;
      if (event.key === 'j') setSelected((now) => (now === null ? 0 : Math.min(now + 1, count - 1)));
      else if (event.key === 'k') setSelected((now) => (now === null ? count - 1 : Math.max(now - 1, 0)));
      else if (event.key === 'Escape') setSelected(null);
      else if (event.key === 'Enter' && selected !== null && !isActivated(event.target))
        open.current(selected);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [count, selected]);

  return {
    selected,
    rowRef: (index: number) => (element: HTMLElement | null) => {
      if (element) rows.current.set(index, element);
      else rows.current.delete(index);
    },
  };
}

/** Enter on a link or button belongs to that link or button. */
function isActivated(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, dialog') !== null;
}
