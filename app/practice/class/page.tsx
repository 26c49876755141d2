/** The classes of a teacher. */
import { ClassList } from '@praxis/practice/ui';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageAccess } from '../../server/access.ts';
import { teach } from '../../server/permissions.ts';
import { services } from '../../server/services.ts';
import { addresses } from '../addresses.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice.class');
  return { title: words('title') };
}

export default async function ClassesPage() {
  const teacher = await pageAccess(teach);
  const { classes } = await services();
  return (
    <ClassList
      classes={await classes.classes(teacher.id)}
      address={addresses.classes}
      api={addresses.classesApi}
    />
  );
}
