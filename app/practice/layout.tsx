/** Practice: its colour, and no one but learners and their teachers; each page asks which of them. */
import type { ReactNode } from 'react';
import { pageAccess } from '../server/access.ts';
import { practise, teach } from '../server/permissions.ts';

export default async function PracticeLayout({ children }: { children: ReactNode }) {
  await pageAccess([...practise, ...teach]);
  return <div data-practice="practice">{children}</div>;
}
