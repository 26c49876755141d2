/** What comes back when, what waits today, and what was practised? */
import { CalendarPage } from '@praxis/practice/ui';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { auditRead, pageAccess } from '../../server/access.ts';
import { practise } from '../../server/permissions.ts';
import { services } from '../../server/services.ts';
import { addresses } from '../addresses.ts';
import { exerciseLanguage } from '../language.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice.learner.calendar');
  return { title: words('title') };
}

export default async function Page() {
  const person = await pageAccess(practise);
  const { practice } = await services();
  await auditRead(person, 'practice.calendar', { type: 'learner', ids: [person.id] });
  return (
    <CalendarPage
      calendar={await practice.calendar(person.id, await exerciseLanguage())}
      api={addresses.api}
      practiceHref={addresses.practice}
      reviewsHref={addresses.reviews}
      skillsHref={addresses.skills}
    />
  );
}
