/** What an endpoint of one person answers where the service refuses. */
import 'server-only';
import type { ServiceError } from '@praxis/diagnosis';
import { getTranslations } from 'next-intl/server';

export const noStore = { headers: { 'cache-control': 'no-store' } };

type Refusal =
  | ServiceError
  | { readonly code: 'unknownPatient'; readonly status: 404; readonly personId: string };

/** `{ error: { code, message } }` and, for a value out of range, which one and its bounds. */
export async function refused(error: Refusal): Promise<Response> {
  const words = await getTranslations('diagnosis');
  const { status, ...rest } = error;
  const values = {
    personId: 'personId' in error ? String(error.personId) : '',
    outcome: 'outcome' in error ? words(`outcomes.${error.outcome}`) : '',
    feature: 'feature' in error ? featureLabel(error.feature) : '',
    minimum: 'minimum' in error ? error.minimum : 0,
    maximum: 'maximum' in error ? error.maximum : 0,
    unit:
      'feature' in error && words.has(`features.${error.feature}.unit`)
        ? ` ${words(`features.${error.feature}.unit`)}`
        : '',
  };
  const message = words(`errors.${error.code}`, values);
  return Response.json({ error: { ...rest, message } }, { status, ...noStore });

  function featureLabel(feature: string): string {
    return words.has(`features.${feature}.label`) ? words(`features.${feature}.label`) : feature;
  }
}
