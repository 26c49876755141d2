/** POST: the risks of a person with some values changed. Nothing is stored but the audit of who looked. */
import type { ServiceError } from '@praxis/diagnosis';
import { whatIfRequest } from '@praxis/diagnosis/ui';
import { getTranslations } from 'next-intl/server';
import { personNumber } from '../../../../../../diagnosis/person-number.ts';
import { auditRead } from '../../../../../../server/access.ts';
import { endpoint, readBody } from '../../../../../../server/endpoint.ts';
import { seePatients } from '../../../../../../server/permissions.ts';
import { services } from '../../../../../../server/services.ts';

const noStore = { headers: { 'cache-control': 'no-store' } };

export const POST = endpoint<{ id: string }>(seePatients, async (request, { person, params }) => {
  const id = personNumber(params.id);
  if (id === null) return refused({ code: 'unknownPatient', status: 404, personId: params.id });
  const read = await readBody(request, whatIfRequest);
  if (!read.ok) return read.response;
  const { diagnosis } = await services();
  const result = await diagnosis.whatIf(id, read.body.changes, request.signal);
  if (!result.ok) return refused(result.error);
  await auditRead(person, 'diagnosis.whatIf', [id], { changed: Object.keys(read.body.changes) });
  return Response.json({ risks: result.value }, noStore);
});

type Refusal =
  | ServiceError
  | { readonly code: 'unknownPatient'; readonly status: 404; readonly personId: string };

/** `{ error: { code, message } }` and, for a value out of range, which one and its bounds. */
async function refused(error: Refusal): Promise<Response> {
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
