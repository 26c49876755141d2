/** A key of the keyboard. */
import type { ReactNode } from 'react';

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded-control border border-line-strong bg-surface px-1 font-sans text-small text-muted">
      {children}
    </kbd>
  );
}
