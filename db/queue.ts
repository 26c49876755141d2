/** Work that takes long, queued in the database: trainings survive a killed worker and are run again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { connectionFault } from './connection.ts';

const trainingQueue = 'training';
/** Where pg-boss puts a job that failed as often as it may. */
const givenUpQueue = 'training-given-up';

/** pg-boss allows no shorter heartbeat; a killed worker's job runs again within two seconds after it is missed. */
const heartbeatSeconds = 10;
const heartbeatRefreshSeconds = 3;
const superviseSeconds = 1;
const pollingIntervalSeconds = 0.5;
/** A job that ends its process every time must stop coming back; an interruption counts as one time. */
const retryLimit = 5;
const longestRunSeconds = 12 * 3600;
/** How long a graceful stop waits for the job in hand to let go. */
const stopMs = 10_000;

const trainingJob = z.object({ runId: z.uuid(), vertical: z.string(), outcome: z.string() });
export type TrainingJob = z.infer<typeof trainingJob>;

export interface TrainingHandlers {
  /**
   * Resolves when the run is over, however it ended. Rejecting puts the job back (up to five times), so reject when
   * `signal` fires: the worker is stopping, or another one has taken the job over.
   */
  train(job: TrainingJob, context: { readonly signal: AbortSignal }): Promise<void>;
  /** The job was tried as often as it may be, its process dying each time: say so in the run. */
  giveUp(job: TrainingJob): Promise<void>;
}

export interface Queue {
  /** False where the run's job is queued or active already. */
  enqueueTraining(job: TrainingJob): Promise<boolean>;
  /** Takes one job after the other until `stop`. */
  work(handlers: TrainingHandlers): Promise<void>;
  /** Signals the job in hand and waits for it (10 s); interrupted, it is back in the queue for the next worker. */
  stop(): Promise<void>;
}

/**
 * Opens the queue in the schema `pgboss`, creating it on the first call; any number of processes may.
 * @param onTrouble hears of errors that the queue survives, such as a lost connection.
 * @throws DatabaseError as `openDatabase`.
 */
export async function openQueue(
  url: string,
  onTrouble: (error: Error) => void = (error) => process.emitWarning(error),
): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'praxis-queue',
    max: 3,
    schedule: false,
    registerInstance: false,
    // Workers look after lost jobs themselves (below), so that a web server which only enqueues stays quiet.
    supervise: false,
    monitorIntervalSeconds: superviseSeconds,
  });
  boss.on('error', onTrouble);
  const stopping = new AbortController();
  let supervision: Promise<void> | null = null;
  try {
    await boss.start();
    await boss.createQueue(givenUpQueue);
    await boss.createQueue(trainingQueue, {
      // One job a run; that an outcome has one run at a time is the table's affair.
      policy: 'exclusive',
      deadLetter: givenUpQueue,
      heartbeatSeconds,
      retryLimit,
      expireInSeconds: longestRunSeconds,
    });
  } catch (error) {
    await boss.stop({ graceful: false });
    throw connectionFault(url, error);
  }

  /** Puts jobs back whose worker gave no sign of life. */
  async function supervise(): Promise<void> {
    while (!stopping.signal.aborted) {
      await boss.supervise().catch(onTrouble);
      await sleep(superviseSeconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    async enqueueTraining(job) {
      return (await boss.send(trainingQueue, job, { singletonKey: job.runId })) !== null;
    },

    async work({ train, giveUp }) {
      // With larger batches one failure would fail every job of the batch.
      const options = { batchSize: 1, pollingIntervalSeconds };
      await boss.work(trainingQueue, { ...options, heartbeatRefreshSeconds }, async ([job]) => {
        if (!job) return;
        const signal = AbortSignal.any([job.signal, stopping.signal]);
        await train(trainingJob.parse(job.data), { signal });
      });
      await boss.work(givenUpQueue, options, async ([job]) => {
        if (job) await giveUp(trainingJob.parse(job.data));
      });
      supervision ??= supervise();
    },

    async stop() {
      stopping.abort(new Error('The worker is stopping.'));
      await supervision;
      await boss.stop({ graceful: true, timeout: stopMs });
    },
  };
}
