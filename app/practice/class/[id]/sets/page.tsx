/** What a class is asked to practise, and how far it is. */
import { ClassFrame, NoLearners, parseSetWish, Sets } from '@praxis/practice/ui';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageAccess } from '../../../../server/access.ts';
import { teach } from '../../../../server/permissions.ts';
import { addresses } from '../../../addresses.ts';
import { readClass } from '../../reading.ts';

interface SetsPageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice.class.sets');
  return { title: words('heading') };
}

export default async function SetsPage({ params, searchParams }: SetsPageProps) {
  const teacher = await pageAccess(teach);
  const view = await readClass(
    teacher,
    (await params).id,
    'sets',
    (classes, ...asked) => classes.sets(...asked),
    ({ learners }) => learners.map(({ id }) => id),
  );
  if (view === null) notFound();
  const address = `${addresses.classes}/${view.class.id}`;
  return (
    <ClassFrame of={view.class} tab="sets" address={address} allHref={addresses.classes}>
      {view.learners.length === 0 ? (
        <NoLearners address={address} />
      ) : (
        <Sets
          view={view}
          wish={parseSetWish(await searchParams)}
          api={`${addresses.classesApi}/${view.class.id}/sets`}
        />
      )}
    </ClassFrame>
  );
}
