/** Practice: what is the answer? */
import { PracticeDesk } from '@praxis/practice/ui';
import { buttonClass, Empty } from '@praxis/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { auditRead, pageAccess } from '../server/access.ts';
import { practise } from '../server/permissions.ts';
import { services } from '../server/services.ts';
import { addresses } from './addresses.ts';
import { exerciseLanguage } from './language.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice.screens.desk');
  return { title: words('title') };
}

export default async function PracticePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const person = await pageAccess(practise);
  const { practice } = await services();
  await auditRead(person, 'practice.turn', { type: 'learner', ids: [person.id] });
  const language = await exerciseLanguage();
  const turn = await practice.current(person.id, language);
  if (turn.ok) {
    const reviews = (await searchParams).reviews === 'today';
    const wish = await practice.wish(person.id, language);
    // Another exercise than the page was left with is another desk.
    return <PracticeDesk key={turn.value.id} first={turn.value} {...{ reviews, wish }} api={addresses.api} />;
  }
  const words = await getTranslations('practice.screens.desk.empty');
  return (
    <Empty
      title={words('title')}
      action={
        <Link href="/practice" prefetch={false} className={buttonClass('primary')}>
          {words('again')}
        </Link>
      }
    >
      {words('text')}
    </Empty>
  );
}
