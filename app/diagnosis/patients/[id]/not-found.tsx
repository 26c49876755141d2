/** 404: no such person. */
import { buttonClass } from '@praxis/ui';
import { headers } from 'next/headers';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { addressHeader } from '../../../server/return-address.ts';
import { Statement } from '../../../shell/statement.tsx';
import { addresses } from '../../addresses.ts';
import { personNumber } from '../../person-number.ts';

export default async function PersonNotFound() {
  const [words, asked] = await Promise.all([getTranslations('diagnosis.screens.patient'), headers()]);
  const address = asked.get(addressHeader)?.split('?')[0] ?? '';
  const id = personNumber(address.slice(addresses.patients.length + 1));
  const title = id === null ? words('notFoundTitleAny') : words('notFoundTitle', { id: String(id) });
  return (
    <Statement title={title} status={404}>
      <p>{words(id === null ? 'notFoundNoNumber' : 'notFound')}</p>
      <Link href={addresses.worklist} className={buttonClass()}>
        {words('toWorklist')}
      </Link>
    </Statement>
  );
}
