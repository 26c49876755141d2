'use client';
/** `j` and `k` move along a list, Enter opens, so that hands stay on the keyboard. */
import { useEffect, useRef, useState } from 'react';
import { isTyping } from './is-typing.ts';
import { type ChosenRow, placeOf, type RowKey } from './list-place.ts';

/**
 * Listens while the list is on the page. `keys` name its rows; `onOpen` gets the row that Enter was pressed on. The
 * selection stays with its row where others appear or leave, and with its place where the row itself leaves.
 * `remember` names the list: whoever comes back to it in the same tab finds the selection where it was.
 * Returns the selected row (null before the first key) and a function that gives each row its ref, for scrolling.
 */
export function useListKeys(keys: readonly RowKey[], onOpen: (index: number) => void, remember?: string) {
  const [chosen, setChosen] = useState<ChosenRow | null>(null);
  const rows = useRef(new Map<RowKey, HTMLElement>());
  const selected = placeOf(chosen, keys);
  const latest = useRef({ keys, selected, onOpen });
  latest.current = { keys, selected, onOpen };
  useEffect(() => {
    if (remember !== undefined) setChosen(kept(remember, latest.current.keys));
  }, [remember]);
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
      const choose = (place: number) => {
        setChosen({ key: present[place], place });
        if (remember !== undefined) sessionStorage.setItem(nameOf(remember), `${place} ${present[place]}`);
      };
      if (event.key === 'j') choose(now === null ? 0 : Math.min(now + 1, last));
      else if (event.key === 'k') choose(now === null ? last : Math.max(now - 1, 0));
      else if (event.key === 'Escape') {
        setChosen(null);
        if (remember !== undefined) sessionStorage.removeItem(nameOf(remember));
      } else if (event.key === 'Enter' && now !== null && !isActivated(event.target)) open(now);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [remember]);

  return {
    selected,
    rowRef: (index: number) => (element: HTMLElement | null) => {
      const key = keys[index];
      if (element) rows.current.set(key, element);
      else rows.current.delete(key);
    },
  };
}

const nameOf = (list: string): string => `praxis-selected-${list}`;

/** What was selected when the list was left, null where nothing was. */
function kept(list: string, keys: readonly RowKey[]): ChosenRow | null {
  const [place, name] = sessionStorage.getItem(nameOf(list))?.split(' ', 2) ?? [];
  if (place === undefined || name === undefined) return null;
  return { key: keys.find((key) => String(key) === name) ?? name, place: Number(place) };
}

/** Enter on a link or button belongs to that link or button. */
function isActivated(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, dialog') !== null;
}
