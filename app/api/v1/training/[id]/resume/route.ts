/** Lets a cancelled or failed run go on: finished fits are taken over. */
import { setTimeout as sleep } from 'node:timers/promises';
import { endpoint, refuse } from '../../../../../server/endpoint.ts';
import { runTraining } from '../../../../../server/permissions.ts';
import { services } from '../../../../../server/services.ts';
import { hasOutcome } from '../../../../../server/verticals.ts';

const refusals = {
  succeeded: 'runSucceeded',
  active: 'runActive',
  otherActive: 'otherRunActive',
} as const;

/**
 * The job of a run that has only just been cancelled may not have ended in the queue, which takes one job a run: it is
 * offered for a second. Where it is refused throughout, the job of before still waits there and will do.
 */
async function enqueue(offer: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    if (await offer()) return;
    await sleep(200);
  }
}

/** 202: it waits for a worker. 409 where it succeeded, is under way, or another run of its outcome is. */
export const POST = endpoint<{ id: string }>(runTraining, async (_request, { person, params: { id } }) => {
  const { training, audit, queue } = await services();
  const found = await training.get(id);
  if (!found || !hasOutcome(found.run)) return refuse(404, 'unknownRun', { id });
  const { vertical, outcome } = found.run;
  // The queue is opened before the run waits: a run without a job would wait for ever.
  const jobs = await queue();
  const resumed = await training.resume(id);
  if (resumed === 'unknown') return refuse(404, 'unknownRun', { id });
  if (resumed !== 'resumed') return refuse(409, refusals[resumed], { id });
  await enqueue(() => jobs.enqueueTraining({ runId: id, vertical, outcome }));
  await audit.record({
    userId: person.id,
    role: person.role,
    action: 'resumeTraining',
    subjectType: 'trainingRun',
    subjectIds: [id],
  });
  return Response.json({ id }, { status: 202 });
});
