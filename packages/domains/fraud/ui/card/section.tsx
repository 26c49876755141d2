/** A part of the model card under its heading. */
import type { ReactNode } from 'react';

export function Section({ title, note, children }: { title: string; note?: string; children?: ReactNode }) {
  return (
    <section className="flex min-w-0 break-inside-avoid flex-col gap-2">
      <h2 className="text-title">{title}</h2>
      {note ? <p className="max-w-prose text-muted">{note}</p> : null}
      {children}
    </section>
  );
}
