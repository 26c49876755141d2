/** Several of many: a group with its label, and what is wrong with the choice. */
import { type ReactNode, useId } from 'react';

export function Chosen({
  label,
  error,
  children,
}: {
  label: string;
  error: string | null;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset aria-describedby={error === null ? undefined : id} className="flex flex-col gap-1">
      <legend className="pb-1 font-strong">{label}</legend>
      {error === null ? null : (
        <p id={id} role="alert" className="text-small text-error">
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}
