/** A page that says one thing: what is so and where to go from here. */
import type { ReactNode } from 'react';

export function Statement({
  title,
  status,
  children,
}: {
  title: string;
  status: number;
  children: ReactNode;
}) {
  return (
    <div className="flex max-w-prose flex-col items-start gap-4 pt-4 sm:pt-12">
      <p className="text-small text-muted">{status}</p>
      <h1 className="text-figure">{title}</h1>
      {children}
    </div>
  );
}
