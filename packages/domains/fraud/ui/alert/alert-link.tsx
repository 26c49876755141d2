'use client';
/** Leads to another alert without leaving the desk; in a new tab where somebody asks for one. */
import type { MouseEvent } from 'react';

export function AlertLink({
  id,
  alertHref,
  onShow,
  children,
}: {
  id: number;
  alertHref: string;
  onShow: (id: number) => void;
  children: string;
}) {
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onShow(id);
  };
  return (
    <a
      href={`${alertHref}/${id}`}
      onClick={onClick}
      className="font-strong underline-offset-4 hover:underline"
    >
      {children}
    </a>
  );
}
