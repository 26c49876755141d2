/** Taking a decision about a model: the frame that its endpoints share. */
import 'server-only';
import { readModelFile } from '@praxis/core/serving';
import type { Decided, Purpose, Registry, RegistryRefusal, Role, SignedIn } from '@praxis/db';
import { z } from 'zod';
import { readBody, refuse } from '../server/endpoint.ts';
import { isModelDamaged } from '../server/failure.ts';
import { services } from '../server/services.ts';
import { outcomeEndpoint } from './outcome-endpoint.ts';

export const reason = z.string().trim().min(1).max(500);
const artifact = z.string().regex(/^[0-9a-f]{64}$/);

const statusOf: Partial<Record<RegistryRefusal, number>> = { unknownModel: 404, unknownProposal: 404 };

/** The answer for a model that cannot serve, null for one that can: every byte of its files is as it was written. */
export async function unservable(purpose: Purpose, artifact: string): Promise<Response | null> {
  const { registry, environment } = await services();
  const { decisions } = await registry.state(purpose);
  if (!decisions.some((decision) => decision.artifact === artifact)) return refuse(404, 'unknownModel');
  try {
    await readModelFile(environment.models, artifact);
    return null;
  } catch (error) {
    if (isModelDamaged(error)) return refuse(409, 'modelDamaged');
    throw error;
  }
}

const decision = z.strictObject({ artifact, reason });

/** An endpoint that decides about one model of an outcome, given with a reason. */
export function modelEndpoint(
  allowed: (vertical: string) => readonly Role[],
  action: 'proposeModel' | 'putModelBack',
  decide: Registry['propose'],
) {
  return outcomeEndpoint(allowed, async (request, { person }, purpose) => {
    const read = await readBody(request, decision);
    if (!read.ok) return read.response;
    const { artifact, reason } = read.body;
    const refused = await unservable(purpose, artifact);
    if (refused) return refused;
    return settle(await decide(purpose, artifact, person, reason), person, action, artifact, {
      ...purpose,
      reason,
    });
  });
}

/** The answer to a decision that was taken, which the audit then holds, or refused. */
export async function settle(
  decided: Decided,
  person: SignedIn,
  action: 'proposeModel' | 'approveModel' | 'declineModel' | 'putModelBack',
  artifact: string,
  detail: Purpose & { readonly reason: string },
): Promise<Response> {
  if (!decided.ok) return refuse(statusOf[decided.code] ?? 409, decided.code);
  const { audit } = await services();
  await audit.record({
    userId: person.id,
    role: person.role,
    action,
    subjectType: 'model',
    subjectIds: [artifact],
    detail,
  });
  return Response.json({ artifact }, { headers: { 'cache-control': 'no-store' } });
}
