/** The worklist: who next? */
import {
  diagnosisVocabulary,
  filterSearch,
  pageSize,
  parseFilter,
  parseSearch,
  Worklist,
  worklistQuery,
} from '@praxis/diagnosis/ui';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { preferences } from '../preferences/server.ts';
import { auditRead, pageAccess } from '../server/access.ts';
import { seePatients } from '../server/permissions.ts';
import { services } from '../server/services.ts';
import { addresses } from './addresses.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('diagnosis.screens.worklist');
  return { title: words('title') };
}

export default async function WorklistPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const reader = await pageAccess(seePatients);
  const filter = parseFilter(await searchParams);
  const search = parseSearch(filter.text, diagnosisVocabulary);
  const [{ diagnosis }, { lipidUnit }] = await Promise.all([services(), preferences()]);
  const page = search.ok
    ? await diagnosis.worklist(worklistQuery(filter, search.target))
    : { total: 0, rows: [] };
  if (page.rows.length === 0 && page.total > 0) {
    redirect(`${addresses.worklist}${filterSearch(filter, { page: Math.ceil(page.total / pageSize) })}`);
  }
  if (page.rows.length > 0) {
    const ids = page.rows.map(({ person }) => person.id);
    await auditRead(reader, 'diagnosis.worklist', { type: 'person', ids }, { ...filter });
  }
  return (
    <Worklist
      filter={filter}
      page={page}
      misunderstood={search.ok ? null : search}
      units={lipidUnit}
      action={addresses.worklist}
      patientHref={addresses.patients}
      csvHref={`${addresses.worklistCsv}${filterSearch(filter)}`}
    />
  );
}
