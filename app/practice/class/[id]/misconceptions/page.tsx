/** Which misconceptions does a class have? */
import { ClassFrame, MisconceptionList, NoLearners } from '@praxis/practice/ui';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageAccess } from '../../../../server/access.ts';
import { teach } from '../../../../server/permissions.ts';
import { addresses } from '../../../addresses.ts';
import { readClass } from '../../reading.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice.class.misconceptions');
  return { title: words('heading') };
}

export default async function MisconceptionsPage({ params }: { params: Promise<{ id: string }> }) {
  const teacher = await pageAccess(teach);
  const view = await readClass(
    teacher,
    (await params).id,
    'misconceptions',
    (classes, ...asked) => classes.misconceptions(...asked),
    ({ misconceptions }) => [
      ...new Set(misconceptions.flatMap(({ learners }) => learners.map(({ id }) => id))),
    ],
  );
  if (view === null) notFound();
  const address = `${addresses.classes}/${view.class.id}`;
  return (
    <ClassFrame of={view.class} tab="misconceptions" address={address} allHref={addresses.classes}>
      {view.learners === 0 ? (
        <NoLearners address={address} />
      ) : (
        <MisconceptionList view={view} address={address} />
      )}
    </ClassFrame>
  );
}
