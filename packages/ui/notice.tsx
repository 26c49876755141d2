/** A message that stands on the page: what is so, what happened to the work already done, and what to do next. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export function Notice({
  tone = 'neutral',
  title,
  children,
  action,
}: {
  tone?: 'neutral' | 'error';
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div
      role={tone === 'error' ? 'alert' : 'note'}
      className={classNames(
        'flex flex-wrap items-center gap-x-4 gap-y-2 border-l-2 py-2 pr-3 pl-4',
        tone === 'error' ? 'border-error bg-error-soft' : 'border-line-strong bg-sunken',
      )}
    >
      <div className="min-w-0 flex-1">
        {title && <p className={classNames('font-strong', tone === 'error' && 'text-error')}>{title}</p>}
        {children && <div className="text-body text-ink">{children}</div>}
      </div>
      {action}
    </div>
  );
}

/** Where nothing is yet: what will be here and how to fill it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-3 border-y border-line py-10">
      <p className="text-title font-strong">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action}
    </div>
  );
}
