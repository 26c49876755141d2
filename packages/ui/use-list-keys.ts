'use client';
/** `j` and `k` move along a list, Enter opens, so that hands stay on the keyboard. */
import { useEffect, useRef, useState } from 'react';
import { isTyping } from './is-typing.ts';
import { type ChosenRow, placeOf, type RowKey } from './list-place.ts';

/**
 * Listens while the list is on the page. `keys` name its rows; `onOpen` gets the row that Enter was pressed on. The
 * selection stays with its row where others appear or leave, and with its place where the row itself leaves.
 * Returns the selected row (null before the first key) and a function that gives each row its ref, for scrolling.
 */
export function useListKeys(keys: readonly RowKey[], onOpen: (index: number) => void) {
  const [chosen, setChosen] = useState<ChosenRow | null>(null);
  const rows = useRef(new Map<RowKey, HTMLElement>());
  const selected = placeOf(chosen, keys);
  const latest = useRef({ keys, selected, onOpen });
  latest.current = { keys, selected, onOpen };
  const selectedKey = selected === null ? null : keys[selected];

  useEffect(() => {
    if (selectedKey !== null && selectedKey !== undefined) {
      rows.current.get(selectedKey)?.scrollIntoView({ block: 'nearest' });
    }
  }, [selectedKey]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { keys: present, selected: now, onOpen: open } = latest.current;
      const last = present.length - 1;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || last < 0) return;
      const choose = (place: number) => setChosen({ key: present[place], place });
      if (event.key === 'j') choose(now === null ? 0 : Math.min(now + 1, last));
      else if (event.key === 'k') choose(now === null ? last : Math.max(now - 1, 0));
      else if (event.key === 'Escape') setChosen(null);
      else if (event.key === 'Enter' && now !== null && !isActivated(event.target)) open(now);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return {
    selected,
    rowRef: (index: number) => (element: HTMLElement | null) => {
      const key = keys[index];
      if (element) rows.current.set(key, element);
      else rows.current.delete(key);
    },
  };
}

/** Enter on a link or button belongs to that link or button. */
function isActivated(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, dialog') !== null;
}
