'use client';
/** What is secondary folds away, and remembers that it did. */
import { type ReactNode, useEffect, useState } from 'react';
import { ChevronIcon } from './icons.tsx';

/** `remember` is the name under which this browser keeps whether it stood open. */
export function Disclosure({
  summary,
  remember,
  open: openAtFirst = false,
  onOpen,
  children,
}: {
  summary: ReactNode;
  remember?: string;
  open?: boolean;
  /** For what is fetched only when somebody wants to see it. */
  onOpen?: () => void;
  children: ReactNode;
}) {
  const key = remember ? `praxis-open-${remember}` : null;
  const [open, setOpen] = useState(openAtFirst);

  useEffect(() => {
    const kept = key === null ? null : window.localStorage.getItem(key);
    if (kept !== null) setOpen(kept === '1');
  }, [key]);

  return (
    <details
      open={open}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        setOpen(now);
        if (now) onOpen?.();
        if (key !== null) window.localStorage.setItem(key, now ? '1' : '0');
      }}
    >
      <summary className="inline-flex list-none items-center gap-1.5 py-1 text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronIcon className="transition-transform duration-100 in-[details[open]>summary]:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
