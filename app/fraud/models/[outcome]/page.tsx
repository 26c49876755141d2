/** The card of the model that decides payments. */
import { modelCard } from '@praxis/core';
import { fraud } from '@praxis/fraud';
import { ModelCard } from '@praxis/fraud/ui';
import { buttonClass, Empty } from '@praxis/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ModelsInService } from '../../../models/models-in-service.tsx';
import { pageAccess } from '../../../server/access.ts';
import { reviewAlerts } from '../../../server/permissions.ts';
import { services } from '../../../server/services.ts';

interface CardPageProps {
  readonly params: Promise<{ outcome: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('fraud.card');
  return { title: words('title') };
}

export default async function CardPage({ params }: CardPageProps) {
  const person = await pageAccess(reviewAlerts);
  const asked = (await params).outcome;
  const outcome = fraud.outcomes.find((one) => one === asked);
  if (outcome === undefined) notFound();
  const [{ models }, words] = await Promise.all([services(), getTranslations('fraud.card')]);
  const artifact = await models.champion(fraud.id, outcome);
  const stored = artifact === null ? undefined : (await models.cards([artifact])).get(artifact);
  // A card that another release wrote in another form is as good as none.
  const card = modelCard.safeParse(stored);
  if (artifact !== null && card.success) {
    return (
      <>
        <ModelCard card={card.data} artifact={artifact} />
        <ModelsInService vertical={fraud.id} outcomes={[outcome]} person={person} />
      </>
    );
  }
  return (
    <Empty
      title={words('notReadyTitle')}
      action={
        <Link href="/training?vertical=fraud" className={buttonClass()}>
          {words('training')}
        </Link>
      }
    >
      {words('notReady')}
    </Empty>
  );
}
