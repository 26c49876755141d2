'use client';
/** Keys that the page in front has besides those of the house; whoever lists keys asks here. */
import { useEffect, useSyncExternalStore } from 'react';

export interface PageKey {
  readonly keys: readonly string[];
  readonly label: string;
}

const none: readonly PageKey[] = [];
let present = none;
const listeners = new Set<() => void>();

function set(keys: readonly PageKey[]) {
  present = keys;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Tells the page's keys while it is shown. Give the same list as long as it does not change. */
export function useTellPageKeys(keys: readonly PageKey[]): void {
  useEffect(() => {
    set(keys);
    return () => set(none);
  }, [keys]);
}

export function usePageKeys(): readonly PageKey[] {
  return useSyncExternalStore(
    subscribe,
    () => present,
    () => none,
  );
}
