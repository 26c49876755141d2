/** GET: champion, challengers with their comparison, the open proposal and every decision of an outcome. */
import type { Purpose } from '@praxis/db';
import { outcomeModels, purposeOf } from '../../../../../models/outcome-models.ts';
import { endpoint, refuse } from '../../../../../server/endpoint.ts';
import { seeModels } from '../../../../../server/permissions.ts';

export const GET = endpoint<Purpose>(seeModels, async (_request, { params }) => {
  const purpose = purposeOf(params);
  if (purpose === null) return refuse(404, 'notFound');
  return Response.json(await outcomeModels(purpose), { headers: { 'cache-control': 'no-store' } });
});
