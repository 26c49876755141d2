/** What reviews are worth, counted over all payments together; that somebody had it counted is audited before it is shown. */
import 'server-only';
import type { SignedIn } from '@praxis/db';
import type { Assumptions, Worth } from '@praxis/fraud/service';
import { listedModels } from '../models/outcome-models.ts';
import { auditRead } from '../server/access.ts';
import { services } from '../server/services.ts';

/** @param model an artifact; null: the one that serves */
export async function readWorth(
  reader: SignedIn,
  assumptions: Assumptions,
  model: string | null,
): Promise<Worth> {
  const { worth } = (await services()).fraud;
  const answer = await worth.worth(assumptions, model);
  if (answer.kind === 'figures') {
    const { artifact, payments, cards } = answer.period;
    const detail = { payments, cards, ...assumptions };
    await auditRead(reader, 'fraud.capacity', { type: 'model', ids: [artifact] }, detail);
  }
  return answer;
}

/** Models whose worth can be asked for, the one that serves first. */
export async function modelsWithWorth() {
  const { registry } = await services();
  return listedModels(await registry.state({ vertical: 'fraud', outcome: 'fraud' }));
}
