/** Where some rows of a finished run lie in their two leading components: points of single rows, so each look is audited. */
import { readProjection } from '@praxis/core/serving';
import { endpoint, refuse } from '../../../../../server/endpoint.ts';
import { following, may, seeTraining } from '../../../../../server/permissions.ts';
import { services } from '../../../../../server/services.ts';

/** 404 where the run is unknown, or there are no points: it has no model, a private one, or one of an earlier release. */
export const GET = endpoint<{ id: string }>(seeTraining, async (_request, { person, params: { id } }) => {
  const { training, audit, environment } = await services();
  const found = await training.get(id);
  if (!found) return refuse(404, 'unknownRun', { id });
  const { vertical, artifact } = found.run;
  if (!may(person.role, following(vertical))) return refuse(403, 'forbidden');
  const projection = artifact === null ? null : await readProjection(environment.models, artifact);
  if (projection === null) return refuse(404, 'noProjection', { id });
  await audit.record({
    userId: person.id,
    role: person.role,
    action: 'seeProjection',
    subjectType: 'trainingRun',
    subjectIds: [id],
  });
  return Response.json(projection, { headers: { 'cache-control': 'no-store' } });
});
