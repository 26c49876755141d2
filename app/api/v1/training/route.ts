/** Training runs: list them, ask for another. */
import { outcomes } from '@praxis/diagnosis';
import { z } from 'zod';
import { endpoint, readBody } from '../../../server/endpoint.ts';
import { runTraining, seeTraining } from '../../../server/permissions.ts';
import { services } from '../../../server/services.ts';
import { listRuns, practice } from '../../../training/runs.ts';

export const GET = endpoint(seeTraining, async () =>
  Response.json(await listRuns(), { headers: { 'cache-control': 'no-store' } }),
);

const wanted = z.strictObject({ vertical: z.literal(practice), outcome: z.enum(outcomes) });

/** Answers 202 with the run's id: a new one, or the one that is already waiting or under way. */
export const POST = endpoint(runTraining, async (request, { person }) => {
  const read = await readBody(request, wanted);
  if (!read.ok) return read.response;
  const { vertical, outcome } = read.body;
  const { training, audit, queue } = await services();
  // The queue is opened before the run is made: a run without a job would wait until it is asked for again.
  const jobs = await queue();
  const runId = await training.create(vertical, outcome);
  await jobs.enqueueTraining({ runId, vertical, outcome });
  await audit.record({
    userId: person.id,
    role: person.role,
    action: 'startTraining',
    subjectType: 'trainingRun',
    subjectIds: [runId],
  });
  return Response.json({ id: runId }, { status: 202 });
});
