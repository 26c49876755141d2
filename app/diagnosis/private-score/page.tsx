/** A risk computed on the reader's own device. The page itself carries no person. */
import { outcomes } from '@praxis/diagnosis';
import { type ModelOffer, PrivateScore } from '@praxis/diagnosis/ui';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { preferences } from '../../preferences/server.ts';
import { pageAccess } from '../../server/access.ts';
import { seePatients } from '../../server/permissions.ts';
import { services } from '../../server/services.ts';
import { addresses } from '../addresses.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('diagnosis.screens.privateScore');
  return { title: words('title') };
}

export default async function PrivateScorePage() {
  await pageAccess(seePatients);
  const [{ diagnosis }, { lipidUnit }] = await Promise.all([services(), preferences()]);
  const offers = await Promise.all(
    outcomes.map(async (outcome): Promise<ModelOffer | null> => {
      const found = await diagnosis.card(outcome);
      if (!found.ok) return null;
      const { features, baselineLogOdds, calibration, conformal, files } = found.value;
      const file = files.find(({ name }) => name === 'model.onnx');
      if (!file) return null;
      const familiarity = files.find(({ name }) => name === 'familiarity.json');
      return {
        outcome,
        address: addresses.modelFile(outcome),
        sha256: file.sha256,
        familiarity: familiarity
          ? { address: addresses.familiarityFile(outcome), sha256: familiarity.sha256 }
          : null,
        card: { features, baselineLogOdds, calibration, conformal, foldModels: [] },
      };
    }),
  );
  return (
    <PrivateScore
      offers={offers.filter((offer) => offer !== null)}
      units={lipidUnit}
      cardHref={addresses.models}
    />
  );
}
