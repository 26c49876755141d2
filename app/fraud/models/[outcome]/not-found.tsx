/** 404: no such model. */
import { fraud } from '@praxis/fraud';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Statement } from '../../../shell/statement.tsx';
import { addresses } from '../../addresses.ts';

export default async function ModelNotFound() {
  const words = await getTranslations('fraud');
  return (
    <Statement title={words('card.notFoundTitle')} status={404}>
      <p>{words('card.notFound')}</p>
      <ul>
        {fraud.outcomes.map((outcome) => (
          <li key={outcome}>
            <Link
              href={`${addresses.models}/${outcome}`}
              className="text-accent underline underline-offset-4"
            >
              {words(`outcomes.${outcome}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Statement>
  );
}
