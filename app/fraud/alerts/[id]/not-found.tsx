/** 404: no such alert. */
import { buttonClass } from '@praxis/ui';
import { headers } from 'next/headers';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { addressHeader } from '../../../server/return-address.ts';
import { Statement } from '../../../shell/statement.tsx';
import { addresses } from '../../addresses.ts';
import { alertNumber } from '../../alert-number.ts';

export default async function AlertNotFound() {
  const [words, asked] = await Promise.all([getTranslations('fraud.screens.review'), headers()]);
  const address = asked.get(addressHeader)?.split('?')[0] ?? '';
  const id = alertNumber(address.slice(addresses.alerts.length + 1));
  const title = id === null ? words('notFoundTitleAny') : words('notFoundTitle', { id: String(id) });
  return (
    <Statement title={title} status={404}>
      <p>{words('notFound')}</p>
      <Link href={addresses.queue} className={buttonClass()}>
        {words('toQueue')}
      </Link>
    </Statement>
  );
}
