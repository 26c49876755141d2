/** GET: champion, challengers with their comparison, the open proposal and every decision of an outcome. */
import { outcomeEndpoint } from '../../../../../models/outcome-endpoint.ts';
import { outcomeModels } from '../../../../../models/outcome-models.ts';
import { following } from '../../../../../server/permissions.ts';

export const GET = outcomeEndpoint(following, async (_request, _context, purpose) =>
  Response.json(await outcomeModels(purpose), { headers: { 'cache-control': 'no-store' } }),
);
