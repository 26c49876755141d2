/** The frame of every endpoint of an outcome's models. */
import 'server-only';
import type { Purpose, Role } from '@praxis/db';
import { type EndpointContext, endpoint, refuse } from '../server/endpoint.ts';
import { may, seeTraining } from '../server/permissions.ts';
import { hasOutcome } from '../server/verticals.ts';

/**
 * 404 where this version has no such outcome, 403 for roles that its vertical does not allow.
 *
 * @param allowed the roles, given the vertical's id
 */
export function outcomeEndpoint<Params extends Purpose>(
  allowed: (vertical: string) => readonly Role[],
  handle: (request: Request, context: EndpointContext<Params>, purpose: Purpose) => Promise<Response>,
) {
  return endpoint<Params>(seeTraining, async (request, context) => {
    const { vertical, outcome } = context.params;
    if (!hasOutcome({ vertical, outcome })) return refuse(404, 'notFound');
    if (!may(context.person.role, allowed(vertical))) return refuse(403, 'forbidden');
    return handle(request, context, { vertical, outcome });
  });
}
