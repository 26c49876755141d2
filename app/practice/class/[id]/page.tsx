/** A class by skill: who knows what? */
import { ClassFrame, NoLearners, parseSkillFilter, SkillTable } from '@praxis/practice/ui';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageAccess } from '../../../server/access.ts';
import { teach } from '../../../server/permissions.ts';
import { addresses } from '../../addresses.ts';
import { readClass } from '../reading.ts';

interface ClassPageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice.class.skills');
  return { title: words('heading') };
}

export default async function ClassPage({ params, searchParams }: ClassPageProps) {
  const teacher = await pageAccess(teach);
  const view = await readClass(
    teacher,
    (await params).id,
    'skills',
    (classes, ...asked) => classes.bySkill(...asked),
    ({ learners }) => learners.map(({ id }) => id),
  );
  if (view === null) notFound();
  const address = `${addresses.classes}/${view.class.id}`;
  return (
    <ClassFrame of={view.class} tab="skills" address={address} allHref={addresses.classes}>
      {view.learners.length === 0 ? (
        <NoLearners address={address} />
      ) : (
        <SkillTable
          view={view}
          filter={parseSkillFilter(await searchParams, view.areas)}
          address={address}
          csvHref={`${addresses.classesApi}/${view.class.id}/skills.csv`}
        />
      )}
    </ClassFrame>
  );
}
