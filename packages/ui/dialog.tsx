'use client';
/**
 * A dialog on the browser's own `<dialog>`: it keeps the focus inside, closes with Escape or a press outside, and gives
 * the focus back to where it was.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';

export function Dialog({
  open,
  onClose,
  label,
  className,
  children,
}: {
  open: boolean;
  onClose: () => void;
  label: string;
  className?: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog without our help
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={classNames(
        'm-auto mt-[12vh] w-[min(36rem,calc(100vw-2rem))] rounded-panel border border-line-strong bg-surface p-0 text-ink',
        className,
      )}
    >
      {open && children}
    </dialog>
  );
}
