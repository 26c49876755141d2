/** What reviews are worth, counted over all payments together; that somebody had it counted is audited before it is shown. */
import 'server-only';
import type { SignedIn } from '@praxis/db';
import type { readAssumptions, Worth } from '@praxis/fraud';
import { auditRead } from '../server/access.ts';
import { services } from '../server/services.ts';

export async function readWorth(
  reader: SignedIn,
  { assumptions }: ReturnType<typeof readAssumptions>,
): Promise<Worth> {
  const { worth } = (await services()).fraud;
  const answer = await worth.worth(assumptions);
  if (answer.kind === 'figures') {
    const { artifact, payments, cards } = answer.period;
    const detail = { payments, cards, ...assumptions };
    await auditRead(reader, 'fraud.capacity', { type: 'model', ids: [artifact] }, detail);
  }
  return answer;
}
