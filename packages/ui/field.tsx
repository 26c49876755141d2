/** Labelled controls of a form. The label is always visible; a mistake is told beside the control and to screen readers. */
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

const control =
  'h-9 w-full rounded-control border border-line-strong bg-surface px-2.5 text-body text-ink placeholder:text-muted disabled:opacity-50 aria-invalid:border-error';

interface FieldWords {
  label: string;
  /** Said below the control, e.g. the unit or the range. */
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: string | null;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean;
}

function FieldFrame({
  label,
  hint,
  error,
  labelHidden,
  id,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-small text-muted'}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-small text-error">
          {error}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, { hint, error }: FieldWords): string | undefined {
  return classNames(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined;
}

export function Field({
  label,
  hint,
  error,
  labelHidden,
  className,
  id,
  ...rest
}: FieldWords & ComponentProps<'input'>) {
  const own = useId();
  const controlId = id ?? own;
  return (
    <FieldFrame label={label} hint={hint} error={error} labelHidden={labelHidden} id={controlId}>
      <input
        id={controlId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(controlId, { label, hint, error })}
        className={classNames(control, className)}
        {...rest}
      />
    </FieldFrame>
  );
}

/** One of a few; the system's own list, so that keyboard, phone and screen reader work as everywhere. */
export function Select({
  label,
  hint,
  error,
  labelHidden,
  className,
  id,
  children,
  ...rest
}: FieldWords & ComponentProps<'select'>) {
  const own = useId();
  const controlId = id ?? own;
  return (
    <FieldFrame label={label} hint={hint} error={error} labelHidden={labelHidden} id={controlId}>
      <select
        id={controlId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(controlId, { label, hint, error })}
        className={classNames(control, className)}
        {...rest}
      >
        {children}
      </select>
    </FieldFrame>
  );
}
