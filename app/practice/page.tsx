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

export default async function PracticePage() {
  const person = await pageAccess(practise);
  const { practice } = await services();
  await auditRead(person, 'practice.turn', { type: 'learner', ids: [person.id] });
  const turn = await practice.current(person.id, await exerciseLanguage());
  if (turn.ok) return <PracticeDesk first={turn.value} api={addresses.api} />;
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
