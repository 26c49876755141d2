/** What can I do, how sure is that, and what comes next? */
import { SkillsPage } from '@praxis/practice/ui';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { auditRead, pageAccess } from '../../server/access.ts';
import { practise } from '../../server/permissions.ts';
import { services } from '../../server/services.ts';
import { addresses } from '../addresses.ts';
import { exerciseLanguage } from '../language.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice.learner.skills');
  return { title: words('title') };
}

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const person = await pageAccess(practise);
  const { practice } = await services();
  await auditRead(person, 'practice.skills', { type: 'learner', ids: [person.id] });
  const map = await practice.skills(person.id, await exerciseLanguage());
  const { skill } = await searchParams;
  return (
    <SkillsPage
      map={map}
      first={map.skills.find(({ id }) => id === skill)?.id ?? null}
      api={addresses.api}
      practiceHref={addresses.practice}
    />
  );
}
