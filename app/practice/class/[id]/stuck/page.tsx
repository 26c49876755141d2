/** Who of a class is stuck? */
import { ClassFrame, NoLearners, StuckList } from '@praxis/practice/ui';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageAccess } from '../../../../server/access.ts';
import { teach } from '../../../../server/permissions.ts';
import { addresses } from '../../../addresses.ts';
import { readClass } from '../../reading.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice.class.stuck');
  return { title: words('heading') };
}

export default async function StuckPage({ params }: { params: Promise<{ id: string }> }) {
  const teacher = await pageAccess(teach);
  const view = await readClass(
    teacher,
    (await params).id,
    'stuck',
    (classes, ...asked) => classes.stuck(...asked),
    ({ stuck }) => stuck.map(({ id }) => id),
  );
  if (view === null) notFound();
  const address = `${addresses.classes}/${view.class.id}`;
  return (
    <ClassFrame of={view.class} tab="stuck" address={address} allHref={addresses.classes}>
      {view.learners === 0 ? <NoLearners address={address} /> : <StuckList view={view} address={address} />}
    </ClassFrame>
  );
}
