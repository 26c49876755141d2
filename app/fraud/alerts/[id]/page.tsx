/** One alert: fraud or not? */
import { AlertDesk } from '@praxis/fraud/ui';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageAccess } from '../../../server/access.ts';
import { reviewAlerts } from '../../../server/permissions.ts';
import { addresses } from '../../addresses.ts';
import { alertNumber } from '../../alert-number.ts';
import { readAlert, readQueue } from '../../reading.ts';

interface AlertPageProps {
  readonly params: Promise<{ id: string }>;
}

/** The same for every alert: the next one is shown without loading a page. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('fraud.screens.review');
  return { title: words('title') };
}

export default async function AlertPage({ params }: AlertPageProps) {
  const reader = await pageAccess(reviewAlerts);
  const id = alertNumber((await params).id);
  const review = id === null ? null : await readAlert(reader, id);
  if (review === null) notFound();
  return (
    <AlertDesk
      first={review}
      queue={await readQueue(reader)}
      me={{ id: reader.id, name: reader.name }}
      queueHref={addresses.queue}
      alertHref={addresses.alerts}
      api={addresses.alertsApi}
    />
  );
}
