/** The fraud practice: its colour, and no one but those who may review alerts. */
import type { ReactNode } from 'react';
import { pageAccess } from '../server/access.ts';
import { reviewAlerts } from '../server/permissions.ts';

export default async function FraudLayout({ children }: { children: ReactNode }) {
  await pageAccess(reviewAlerts);
  return <div data-practice="fraud">{children}</div>;
}
