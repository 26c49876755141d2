/** A part of the model card under its heading. */
import type { ReactNode } from 'react';

export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex break-inside-avoid flex-col gap-2">
      <h2 id={id} className="text-title">
        {title}
      </h2>
      {note ? <p className="max-w-prose text-muted">{note}</p> : null}
      {children}
    </div>
  );
}
