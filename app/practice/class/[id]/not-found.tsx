/** 404: no class of this teacher. */
import { buttonClass } from '@praxis/ui';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Statement } from '../../../shell/statement.tsx';
import { addresses } from '../../addresses.ts';

export default async function ClassNotFound() {
  const words = await getTranslations('practice.class.notFound');
  return (
    <Statement title={words('title')} status={404}>
      <p>{words('text')}</p>
      <Link href={addresses.classes} className={buttonClass()}>
        {words('back')}
      </Link>
    </Statement>
  );
}
