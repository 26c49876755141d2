/** The queue of alerts: who next? */
import { Queue } from '@praxis/fraud/ui';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageAccess } from '../server/access.ts';
import { reviewAlerts } from '../server/permissions.ts';
import { addresses } from './addresses.ts';
import { readQueue } from './reading.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('fraud.screens.queue');
  return { title: words('title') };
}

export default async function QueuePage() {
  const reader = await pageAccess(reviewAlerts);
  return (
    <Queue
      first={await readQueue(reader)}
      me={{ id: reader.id, name: reader.name }}
      now={new Date()}
      alertHref={addresses.alerts}
      api={addresses.alertsApi}
    />
  );
}
