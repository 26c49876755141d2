/** PUT: put the last champion back. Any other model needs an approved proposal: 409 `notApproved`. */
import type { Purpose } from '@praxis/db';
import { z } from 'zod';
import { artifact, reason, settle, unservable } from '../../../../../../models/decide.ts';
import { purposeOf } from '../../../../../../models/outcome-models.ts';
import { endpoint, readBody, refuse } from '../../../../../../server/endpoint.ts';
import { putModelsBack } from '../../../../../../server/permissions.ts';
import { services } from '../../../../../../server/services.ts';

const wanted = z.strictObject({ artifact, reason });

export const PUT = endpoint<Purpose>(putModelsBack, async (request, { person, params }) => {
  const purpose = purposeOf(params);
  if (purpose === null) return refuse(404, 'notFound');
  const read = await readBody(request, wanted);
  if (!read.ok) return read.response;
  const { artifact, reason } = read.body;
  const refused = await unservable(purpose, artifact);
  if (refused) return refused;
  const { registry } = await services();
  const decided = await registry.putBack(purpose, artifact, person, reason);
  return settle(decided, person, 'putModelBack', artifact, { ...purpose, reason });
});
