/** 404: nothing at this address. */
import { buttonClass } from '@praxis/ui';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Statement } from './shell/statement.tsx';

export default async function NotFound() {
  const words = await getTranslations('states');
  return (
    <Statement title={words('notFoundTitle')} status={404}>
      <p>{words('notFound')}</p>
      <Link href="/" className={buttonClass()}>
        {words('home')}
      </Link>
    </Statement>
  );
}
