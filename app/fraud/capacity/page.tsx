/** What is a review worth? Capacity and money. */
import { defaultPolicy, readAssumptions } from '@praxis/fraud';
import { Capacity } from '@praxis/fraud/ui';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageAccess } from '../../server/access.ts';
import { reviewAlerts } from '../../server/permissions.ts';
import { addresses } from '../addresses.ts';
import { readWorth } from '../capacity-reading.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('fraud.capacity');
  return { title: words('title') };
}

export default async function CapacityPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const reader = await pageAccess(reviewAlerts);
  const asked = readAssumptions(await searchParams);
  return (
    <Capacity
      worth={await readWorth(reader, asked)}
      asked={asked}
      presentMinor={defaultPolicy.reviewCostMinor}
      action={addresses.capacity}
      trainingHref="/training?vertical=fraud"
    />
  );
}
