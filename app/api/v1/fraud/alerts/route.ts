/** GET: the queue of cases. 304 without a body where `If-None-Match` names what it is by now. */
import { readChangedQueue } from '../../../../fraud/reading.ts';
import { endpoint } from '../../../../server/endpoint.ts';
import { reviewAlerts } from '../../../../server/permissions.ts';

export const GET = endpoint(reviewAlerts, async (request, { person }) => {
  const read = await readChangedQueue(person, request.headers.get('if-none-match'));
  const headers = { 'cache-control': 'no-store' };
  if (read === null) return new Response(null, { status: 304, headers });
  return Response.json(read.queue, { headers: { ...headers, etag: read.tag } });
});
