/** 403: signed in, but not for this role. */
import { buttonClass } from '@praxis/ui';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { signedIn } from './server/access.ts';
import { Statement } from './shell/statement.tsx';

export default async function Forbidden() {
  const [person, words, roles] = await Promise.all([
    signedIn(),
    getTranslations('states'),
    getTranslations('roles'),
  ]);
  return (
    <Statement title={words('forbiddenTitle')} status={403}>
      <p>{person && words('forbidden', { role: roles(person.role) })}</p>
      <Link href="/" className={buttonClass()}>
        {words('home')}
      </Link>
    </Statement>
  );
}
