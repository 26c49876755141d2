/** GET: one alert with all that speaks for and against it. */
import { alertNumber } from '../../../../../fraud/alert-number.ts';
import { readAlert } from '../../../../../fraud/reading.ts';
import { refused } from '../../../../../fraud/refusal.ts';
import { endpoint } from '../../../../../server/endpoint.ts';
import { reviewAlerts } from '../../../../../server/permissions.ts';

export const GET = endpoint<{ id: string }>(reviewAlerts, async (_request, { person, params }) => {
  const id = alertNumber(params.id);
  const review = id === null ? null : await readAlert(person, id);
  if (review === null) return refused({ code: 'unknownAlert' }, params.id);
  return Response.json(review, { headers: { 'cache-control': 'no-store' } });
});
