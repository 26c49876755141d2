/** Who is in a class. */
import { ClassFrame, Members } from '@praxis/practice/ui';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageAccess } from '../../../../server/access.ts';
import { teach } from '../../../../server/permissions.ts';
import { addresses } from '../../../addresses.ts';
import { readClass } from '../../reading.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice.class.learners');
  return { title: words('heading') };
}

export default async function ClassLearnersPage({ params }: { params: Promise<{ id: string }> }) {
  const teacher = await pageAccess(teach);
  const view = await readClass(
    teacher,
    (await params).id,
    'learners',
    (classes, asker, id) => classes.members(asker, id),
    ({ learners }) => learners.map(({ id }) => id),
  );
  if (view === null) notFound();
  const { id } = view.class;
  return (
    <ClassFrame
      of={view.class}
      tab="learners"
      address={`${addresses.classes}/${id}`}
      allHref={addresses.classes}
    >
      <Members learners={view.learners} api={`${addresses.classesApi}/${id}/learners`} />
    </ClassFrame>
  );
}
