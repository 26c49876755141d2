/** POST: approve or decline a proposal of somebody else. Approved, its model serves at once. */
import type { Purpose } from '@praxis/db';
import { z } from 'zod';
import { reason, settle, unservable } from '../../../../../../../models/decide.ts';
import { outcomeEndpoint } from '../../../../../../../models/outcome-endpoint.ts';
import { readBody, refuse } from '../../../../../../../server/endpoint.ts';
import { entering } from '../../../../../../../server/permissions.ts';
import { services } from '../../../../../../../server/services.ts';

const wanted = z.strictObject({ answer: z.enum(['approved', 'declined']), reason });
const number = z.coerce.number().int().positive();

export const POST = outcomeEndpoint<Purpose & { id: string }>(
  entering,
  async (request, { person, params }, purpose) => {
    const read = await readBody(request, wanted);
    if (!read.ok) return read.response;
    const { answer, reason } = read.body;
    const { registry } = await services();
    const id = number.safeParse(params.id).data;
    const { decisions } = await registry.state(purpose);
    const proposal = decisions.find((one) => one.id === id && one.kind === 'proposed');
    if (!proposal) return refuse(404, 'unknownProposal');
    const { artifact } = proposal;
    // What is damaged may still be declined.
    const refused = answer === 'approved' ? await unservable(purpose, artifact) : null;
    if (refused) return refused;
    const decided = await registry.answer(purpose, proposal.id, answer, person, reason);
    const action = answer === 'approved' ? 'approveModel' : 'declineModel';
    return settle(decided, person, action, artifact, { ...purpose, reason });
  },
);
