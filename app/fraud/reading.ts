/** What is read of alerts for pages and endpoints alike; cards are audited before anything of them is shown. */
import 'server-only';
import { createHash } from 'node:crypto';
import type { SignedIn } from '@praxis/db';
import type { AlertReview, QueueView } from '@praxis/fraud/service';
import { auditRead } from '../server/access.ts';
import { services } from '../server/services.ts';

/** The queue as it is now. */
export async function readQueue(reader: SignedIn): Promise<QueueView> {
  const { triage } = (await services()).fraud;
  return audited(reader, await triage.queue());
}

/** The queue with a tag that names its state; null where it is what the reader has already. */
export async function readChangedQueue(
  reader: SignedIn,
  present: string | null,
): Promise<{ readonly queue: QueueView; readonly tag: string } | null> {
  const { triage } = (await services()).fraud;
  const queue = await triage.queue();
  const tag = `"${createHash('sha256').update(JSON.stringify(queue)).digest('base64url')}"`;
  return tag === present ? null : { queue: await audited(reader, queue), tag };
}

async function audited(reader: SignedIn, queue: QueueView): Promise<QueueView> {
  const cards = [
    ...new Set(queue.cases.flatMap(({ alerts }) => alerts.map(({ transaction }) => transaction.customer))),
  ];
  if (cards.length > 0) await auditRead(reader, 'fraud.queue', { type: 'card', ids: cards });
  return queue;
}

/** null where there is no such alert. */
export async function readAlert(reader: SignedIn, id: number): Promise<AlertReview | null> {
  const { triage } = (await services()).fraud;
  const review = await triage.review(id);
  if (review === null) return null;
  const { alert, together, similar, terminal } = review;
  const cards = [
    alert,
    ...together,
    ...similar.map((one) => one.alert),
    // At the same terminal other cards paid.
    ...terminal,
  ].map(({ transaction }) => transaction.customer);
  await auditRead(reader, 'fraud.alert', { type: 'card', ids: [...new Set(cards)] }, { alert: id });
  return review;
}
