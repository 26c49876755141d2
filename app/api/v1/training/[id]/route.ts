/** One training run: follow it, cancel it. */
import { z } from 'zod';
import { endpoint, refuse } from '../../../../server/endpoint.ts';
import { following, may, runTraining, seeTraining } from '../../../../server/permissions.ts';
import { services } from '../../../../server/services.ts';
import { runWithCurve } from '../../../../training/runs.ts';

const position = z.coerce.number().int().min(0).catch(0);

/** `?since=n` leaves out the first n points of the curve. */
export const GET = endpoint<{ id: string }>(seeTraining, async (request, { person, params: { id } }) => {
  const detail = await runWithCurve(id, position.parse(new URL(request.url).searchParams.get('since') ?? 0));
  if (!detail) return refuse(404, 'unknownRun', { id });
  if (!may(person.role, following(detail.run.vertical))) return refuse(403, 'forbidden');
  return Response.json(detail, { headers: { 'cache-control': 'no-store' } });
});

/** 202: a waiting run is cancelled at once, a running one as soon as its worker sees it. 409 where it is over. */
export const DELETE = endpoint<{ id: string }>(runTraining, async (_request, { person, params: { id } }) => {
  const { training, audit } = await services();
  if (!(await training.get(id))) return refuse(404, 'unknownRun', { id });
  if (!(await training.requestCancel(id))) return refuse(409, 'runOver', { id });
  await audit.record({
    userId: person.id,
    role: person.role,
    action: 'cancelTraining',
    subjectType: 'trainingRun',
    subjectIds: [id],
  });
  return Response.json({ id }, { status: 202 });
});
