/** The card of one outcome's model. */
import { artifactHash } from '@praxis/core';
import { outcomes } from '@praxis/diagnosis';
import { ModelCard } from '@praxis/diagnosis/ui';
import { buttonClass, Empty } from '@praxis/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ModelsInService } from '../../../models/models-in-service.tsx';
import { preferences } from '../../../preferences/server.ts';
import { pageAccess } from '../../../server/access.ts';
import { seePatients } from '../../../server/permissions.ts';
import { services } from '../../../server/services.ts';
import { addresses } from '../../addresses.ts';

interface CardPageProps {
  readonly params: Promise<{ outcome: string }>;
}

export async function generateMetadata({ params }: CardPageProps): Promise<Metadata> {
  const [{ outcome }, words] = await Promise.all([params, getTranslations('diagnosis')]);
  if (!outcomes.some((one) => one === outcome)) return {};
  return { title: words('screens.card.pageTitle', { outcome: words(`outcomes.${outcome}`) }) };
}

export default async function CardPage({ params }: CardPageProps) {
  const person = await pageAccess(seePatients);
  const asked = (await params).outcome;
  const outcome = outcomes.find((one) => one === asked);
  if (outcome === undefined) notFound();
  const [{ diagnosis }, { lipidUnit }, words] = await Promise.all([
    services(),
    preferences(),
    getTranslations('diagnosis'),
  ]);
  const card = await diagnosis.card(outcome);
  if (card.ok) {
    return (
      <>
        <ModelCard
          card={card.value}
          artifact={artifactHash(card.value)}
          units={lipidUnit}
          href={addresses.models}
        />
        <ModelsInService vertical="diagnosis" outcomes={[outcome]} person={person} />
      </>
    );
  }
  return (
    <Empty
      title={words('screens.card.notReadyTitle', { outcome: words(`outcomes.${outcome}`) })}
      action={
        <Link href="/training" className={buttonClass()}>
          {words('screens.card.training')}
        </Link>
      }
    >
      {words('screens.card.notReady')}
    </Empty>
  );
}
