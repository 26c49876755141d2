/** POST: the risks of a person with some values changed. Nothing is stored but the audit of who looked. */
import { whatIfRequest } from '@praxis/diagnosis/ui';
import { personNumber } from '../../../../../../diagnosis/person-number.ts';
import { noStore, refused } from '../../../../../../diagnosis/refusal.ts';
import { auditRead } from '../../../../../../server/access.ts';
import { endpoint, readBody } from '../../../../../../server/endpoint.ts';
import { seePatients } from '../../../../../../server/permissions.ts';
import { services } from '../../../../../../server/services.ts';

export const POST = endpoint<{ id: string }>(seePatients, async (request, { person, params }) => {
  const id = personNumber(params.id);
  if (id === null) return refused({ code: 'unknownPatient', status: 404, personId: params.id });
  const read = await readBody(request, whatIfRequest);
  if (!read.ok) return read.response;
  const { diagnosis } = await services();
  const result = await diagnosis.whatIf(id, read.body.changes, request.signal);
  if (!result.ok) return refused(result.error);
  await auditRead(
    person,
    'diagnosis.whatIf',
    { type: 'person', ids: [id] },
    { changed: Object.keys(read.body.changes) },
  );
  return Response.json({ risks: result.value }, noStore);
});
