/** Tables: figures to the right, units in the header, a line between rows and nothing else. */
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** Scrolls sideways on its own where the page is narrower than the table. */
export function Table({ className, label, ...rest }: ComponentProps<'table'> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative -mx-3 overflow-x-auto">
      <table className={classNames('w-full border-collapse text-body', className)} {...rest} />
    </section>
  );
}

export function HeaderCell({
  numeric = false,
  className,
  scope = 'col',
  ...rest
}: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope={scope}
      className={classNames(
        'border-b border-line px-3 py-2 align-bottom text-small font-normal whitespace-nowrap text-muted',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
      {...rest}
    />
  );
}

/** `selected` marks where `j` and `k` stand. */
export function Row({ selected = false, className, ...rest }: ComponentProps<'tr'> & { selected?: boolean }) {
  return (
    <tr
      aria-current={selected ? 'true' : undefined}
      className={classNames('hover:bg-hover', selected && 'bg-accent-soft', className)}
      {...rest}
    />
  );
}

export function Cell({ numeric = false, className, ...rest }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={classNames(
        'border-b border-line px-3 py-2 align-middle',
        numeric && 'text-right whitespace-nowrap',
        className,
      )}
      {...rest}
    />
  );
}
