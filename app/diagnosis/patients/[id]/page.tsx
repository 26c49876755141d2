/** One person on day 0: what do I do? */
import { outcomes } from '@praxis/diagnosis';
import { type FeatureRanges, featureRanges, Patient } from '@praxis/diagnosis/ui';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { preferences } from '../../../preferences/server.ts';
import { auditRead, pageAccess } from '../../../server/access.ts';
import { seePatients } from '../../../server/permissions.ts';
import { services } from '../../../server/services.ts';
import { addresses } from '../../addresses.ts';
import { personNumber } from '../../person-number.ts';

interface PatientPageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ explain?: string | string[] }>;
}

export async function generateMetadata({ params }: PatientPageProps): Promise<Metadata> {
  const [{ id }, words] = await Promise.all([params, getTranslations('diagnosis.screens')]);
  return { title: personNumber(id) === null ? undefined : words('person', { id }) };
}

export default async function PatientPage({ params, searchParams }: PatientPageProps) {
  const reader = await pageAccess(seePatients);
  const id = personNumber((await params).id);
  if (id === null) notFound();
  const [{ diagnosis }, { lipidUnit }, { explain }] = await Promise.all([
    services(),
    preferences(),
    searchParams,
  ]);
  const found = await diagnosis.patient(id);
  if (!found.ok) notFound();
  await auditRead(reader, 'diagnosis.patient', { type: 'person', ids: [id] });
  const review = found.value;
  const unusual = review.risks.filter(
    (risk) => risk.status === 'risk' && (risk.abstains !== null || risk.outsideRange.length > 0),
  );
  const ranges = await Promise.all(
    unusual.map(async ({ outcome }): Promise<[string, FeatureRanges]> => {
      const card = await diagnosis.card(outcome);
      return [outcome, card.ok ? featureRanges(card.value) : {}];
    }),
  );
  const chosen = outcomes.find((outcome) => outcome === explain);
  return (
    <Patient
      review={review}
      explain={chosen}
      ranges={Object.fromEntries(ranges)}
      units={lipidUnit}
      worklistHref={chosen ? `${addresses.worklist}?outcome=${chosen}` : addresses.worklist}
      endpoint={addresses.whatIf(id)}
      alternativesEndpoint={addresses.alternatives(id)}
      cardHref={addresses.models}
      privateScoreHref={addresses.privateScore}
    />
  );
}
