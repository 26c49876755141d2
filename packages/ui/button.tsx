/** What can be pressed: one primary action a screen, everything else quiet. */
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

const base =
  'inline-flex items-center justify-center gap-2 h-9 rounded-control border px-3 text-body font-strong whitespace-nowrap disabled:opacity-50';

const kinds: Record<ButtonKind, string> = {
  primary: 'border-transparent bg-accent text-on-accent not-disabled:hover:opacity-90',
  secondary: 'border-line-strong bg-surface text-ink not-disabled:hover:bg-hover',
  quiet: 'border-transparent text-ink not-disabled:hover:bg-hover',
  danger: 'border-error bg-surface text-error not-disabled:hover:bg-error-soft',
};

/** The look of a button, for links that act like one. */
export function buttonClass(kind: ButtonKind = 'secondary'): string {
  return classNames(base, kinds[kind]);
}

export function Button({
  kind = 'secondary',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: ButtonKind }) {
  return <button type={type} className={classNames(buttonClass(kind), className)} {...rest} />;
}

/** A square button that shows a sign; `label` is what it is called. */
export function IconButton({
  label,
  children,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { label: string; children: ReactNode }) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-flex size-9 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink disabled:opacity-50',
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
