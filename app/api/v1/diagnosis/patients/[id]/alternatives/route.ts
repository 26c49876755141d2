/** GET: what would bring a person's risk of an outcome under the next lower band, and what happened to people like them. */
import { alternativesQuery } from '@praxis/diagnosis/ui';
import { personNumber } from '../../../../../../diagnosis/person-number.ts';
import { noStore, refused } from '../../../../../../diagnosis/refusal.ts';
import { auditRead } from '../../../../../../server/access.ts';
import { endpoint, refuse } from '../../../../../../server/endpoint.ts';
import { seePatients } from '../../../../../../server/permissions.ts';
import { services } from '../../../../../../server/services.ts';

export const GET = endpoint<{ id: string }>(seePatients, async (request, { person, params }) => {
  const id = personNumber(params.id);
  if (id === null) return refused({ code: 'unknownPatient', status: 404, personId: params.id });
  const query = alternativesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refuse(400, 'invalidBody', { detail: 'outcome' });
  const { outcome } = query.data;
  const { diagnosis } = await services();
  const result = await diagnosis.alternatives(id, outcome, request.signal);
  if (!result.ok) return refused(result.error);
  // Of the people like them only counts were read: whose records those are is the cohort's of the outcome.
  await auditRead(
    person,
    'diagnosis.alternatives',
    { type: 'person', ids: [id] },
    {
      outcome,
      peopleLike: result.value.alike?.people ?? 0,
    },
  );
  return Response.json(result.value, noStore);
});
