/** 404: no such model. */
import { outcomes } from '@praxis/diagnosis';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Statement } from '../../../shell/statement.tsx';
import { addresses } from '../../addresses.ts';

export default async function ModelNotFound() {
  const words = await getTranslations('diagnosis');
  return (
    <Statement title={words('screens.card.notFoundTitle')} status={404}>
      <p>{words('screens.card.notFound')}</p>
      <ul className="flex flex-wrap gap-x-5">
        {outcomes.map((outcome) => (
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
