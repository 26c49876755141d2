/** The diagnosis practice: its colour, and no one but those who may see patients. */
import type { ReactNode } from 'react';
import { pageAccess } from '../server/access.ts';
import { seePatients } from '../server/permissions.ts';

export default async function DiagnosisLayout({ children }: { children: ReactNode }) {
  await pageAccess(seePatients);
  return <div data-practice="diagnosis">{children}</div>;
}
