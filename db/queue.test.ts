import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openQueue, type Queue, type TrainingHandlers, type TrainingJob } from './queue.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.remove());

const newJob = (): TrainingJob => ({ runId: randomUUID(), vertical: 'diagnosis', outcome: 'diabetes' });
const ignore = async () => undefined;

async function withQueue<T>(work: (queue: Queue) => Promise<T>): Promise<T> {
  const queue = await openQueue(test.url);
  try {
    return await work(queue);
  } finally {
    await queue.stop();
  }
}

/** Works until a job was taken; resolves with it. */
function nextJob(queue: Queue, train: TrainingHandlers['train'] = ignore): Promise<TrainingJob> {
  return new Promise((resolve, reject) => {
    queue
      .work({
        async train(job, context) {
          resolve(job);
          await train(job, context);
        },
        giveUp: ignore,
      })
      .catch(reject);
  });
}

describe('queue of trainings', () => {
  it('hands a job to one of two workers, once', async () => {
    const job = newJob();
    const taken: string[] = [];
    await withQueue((one) =>
      withQueue(async (two) => {
        for (const worker of [one, two]) {
          await worker.work({ train: async ({ runId }) => void taken.push(runId), giveUp: ignore });
        }
        expect(await one.enqueueTraining(job)).toBe(true);
        while (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
        await new Promise((resolve) => setTimeout(resolve, 1500));
      }),
    );
    expect(taken).toEqual([job.runId]);
  });

  it('holds one job a run while that is queued or active, and takes another once it is over', async () => {
    const job = newJob();
    await withQueue(async (queue) => {
      const sent = await Promise.all([1, 2, 3].map(() => queue.enqueueTraining(job)));
      expect(sent.filter(Boolean)).toHaveLength(1);
      let end = () => {};
      await nextJob(queue, () => new Promise<void>((resolve) => (end = resolve)));
      expect(await queue.enqueueTraining(job)).toBe(false);
      end();
      while (!(await queue.enqueueTraining(job))) await new Promise((resolve) => setTimeout(resolve, 50));
      await queue.stop();
    });
    // Left over for nobody: the next test begins with an empty queue.
    await withQueue((queue) => nextJob(queue));
  });

  it('signals the job in hand when it stops, and the next start has it at once', async () => {
    const job = newJob();
    let reason = '';
    await withQueue(async (queue) => {
      await queue.enqueueTraining(job);
      await nextJob(
        queue,
        (_, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              reason = String(signal.reason);
              reject(signal.reason);
            });
          }),
      );
    });
    expect(reason).toMatch(/stopping/);
    const begun = performance.now();
    expect(await withQueue((queue) => nextJob(queue))).toEqual(job);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('runs a job again within 15 s when the process that had it is killed', async () => {
    const job = newJob();
    await withQueue((queue) => queue.enqueueTraining(job));
    const program = `
      import { openQueue } from ${JSON.stringify(path.join(import.meta.dirname, 'queue.ts'))};
      const queue = await openQueue(${JSON.stringify(test.url)});
      await queue.work({ train: () => { console.log('taken'); return new Promise(() => {}); }, giveUp: async () => {} });`;
    const worker = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(worker.stdout, 'data');
    worker.kill('SIGKILL');
    const killed = performance.now();
    expect(await withQueue((queue) => nextJob(queue))).toEqual(job);
    expect(performance.now() - killed).toBeLessThan(15_000);
  });

  it('gives up a job that fails every time, and says so once', async () => {
    const job = newJob();
    let attempts = 0;
    await withQueue(async (queue) => {
      await queue.enqueueTraining(job);
      const given = await new Promise<TrainingJob>((resolve, reject) => {
        queue
          .work({
            async train({ runId }) {
              // The job that is asked for below may begin before the queue stops.
              if (runId === job.runId) attempts += 1;
              throw new Error('The training failed.');
            },
            giveUp: async (lost) => resolve(lost),
          })
          .catch(reject);
      });
      expect(given).toEqual(job);
      expect(await queue.enqueueTraining(newJob())).toBe(true);
    });
    expect(attempts).toBe(6);
  });

  it('says why it cannot be opened', async () => {
    const url = new URL(test.url);
    url.username = 'nobody_knows';
    await expect(openQueue(url.href)).rejects.toMatchObject({ code: 'databaseRefused' });
  });
});
