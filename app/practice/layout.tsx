/** Practice: its colour, and no one but learners. */
import type { ReactNode } from 'react';
import { pageAccess } from '../server/access.ts';
import { practise } from '../server/permissions.ts';

export default async function PracticeLayout({ children }: { children: ReactNode }) {
  await pageAccess(practise);
  return <div data-practice="practice">{children}</div>;
}
