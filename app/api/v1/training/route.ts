/** Training runs: list them, ask for another. */
import { endpoint, readBody, refuse } from '../../../server/endpoint.ts';
import { followed, runTraining, seeTraining } from '../../../server/permissions.ts';
import { services } from '../../../server/services.ts';
import { verticals } from '../../../server/verticals.ts';
import { runRequest } from '../../../training/run-request.ts';
import { listRuns } from '../../../training/runs.ts';

/** `?vertical=x` names one; without it, those of every vertical that the caller follows. */
export const GET = endpoint(seeTraining, async (request, { person }) => {
  const asked = new URL(request.url).searchParams.get('vertical');
  if (asked !== null && !verticals.some(({ id }) => id === asked)) return refuse(404, 'unknownVertical');
  const own = followed(person.role).flatMap(({ id }) => (asked === null || id === asked ? id : []));
  if (own.length === 0) return refuse(403, 'forbidden');
  return Response.json(await listRuns(own), { headers: { 'cache-control': 'no-store' } });
});

const wanted = runRequest(verticals);

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
