/** What is a review worth? Capacity and money. */
import { defaultPolicy, readAssumptions } from '@praxis/fraud/service';
import { Capacity } from '@praxis/fraud/ui';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { pageAccess } from '../../server/access.ts';
import { reviewAlerts } from '../../server/permissions.ts';
import { addresses } from '../addresses.ts';
import { modelsWithWorth, readWorth } from '../capacity-reading.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('fraud.capacity');
  return { title: words('title') };
}

/** A content hash; anything else asks for the model that serves. */
const artifact = z.string().regex(/^[0-9a-f]{64}$/);

export default async function CapacityPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const reader = await pageAccess(reviewAlerts);
  const given = await searchParams;
  const asked = readAssumptions(given);
  const { data: model = null } = artifact.safeParse(given.model);
  return (
    <Capacity
      worth={await readWorth(reader, asked.assumptions, model)}
      asked={asked}
      models={await modelsWithWorth()}
      presentMinor={defaultPolicy.reviewCostMinor}
      action={addresses.capacity}
      trainingHref="/training?vertical=fraud"
    />
  );
}
