import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SessionError } from '../tensor/errors.ts';
import { exportGraph, tf } from '../tensor/index.ts';
import { openPool, type Pool, PoolError } from './index.ts';
import { begun, gate, stepsDone } from './testing/places.ts';

type Worker = typeof import('./testing/worker.ts');

let counts: Int32Array<SharedArrayBuffer>;
let pool: Pool<Worker>;

function open(threads: number, mostWaiting: number): Pool<Worker> {
  return openPool<Worker>({
    worker: join(import.meta.dirname, 'testing/worker.ts'),
    threads,
    mostWaiting,
    heapMegabytes: 48,
    errors: { SessionError },
  });
}

beforeEach(() => {
  counts = new Int32Array(new SharedArrayBuffer(12));
  pool = open(1, 2);
});
afterEach(async () => {
  openGate();
  await pool.close();
});

/** Lets every task at the gate go on, now and later. */
function openGate(): void {
  Atomics.store(counts, gate, 1);
  Atomics.notify(counts, gate);
}

async function until(place: number, value: number): Promise<void> {
  await vi.waitFor(() => expect(Atomics.load(counts, place)).toBeGreaterThanOrEqual(value), {
    timeout: 60_000,
    interval: 5,
  });
}

test('a task that blocks its thread leaves this one free: here the gate is opened that it waits for', async () => {
  const answer = pool.run('wait', { value: 7, counts });
  await until(begun, 1);
  openGate();
  expect(await answer).toBe(7);
});

test('threads compute at the same time: two tasks that wait for each other both end', async () => {
  const pair = open(2, 0);
  const meeting = [1, 2].map(() => pair.run('meet', { party: 2, counts }));
  expect(await Promise.all(meeting)).toEqual([2, 2]);
  await pair.close();
});

test('more tasks than may wait are refused as busy at once; those that wait are done in their order', async () => {
  const done: number[] = [];
  const accepted = [1, 2, 3].map((value) =>
    pool.run('wait', { value, counts }).then((answer) => done.push(answer)),
  );
  await expect(pool.run('double', 1)).rejects.toMatchObject({ name: 'PoolError', code: 'busy' });
  openGate();
  await Promise.all(accepted);
  expect(done).toEqual([1, 2, 3]);
  expect(await pool.run('double', 1)).toBe(2);
});

test('progress comes in order, and all of it before the answer', async () => {
  openGate();
  const heard: number[] = [];
  const answer = await pool.run(
    'steps',
    { total: 50, counts },
    { onProgress: (share) => heard.push(Number(share)) },
  );
  expect(answer).toBe(50);
  expect(heard).toEqual(Array.from({ length: 50 }, (_, step) => (step + 1) / 50));
});

test('a waiting task that is cancelled never begins, and its place is free again', async () => {
  const first = pool.run('wait', { value: 1, counts });
  const cancel = new AbortController();
  const dropped = pool.run('wait', { value: 2, counts }, { signal: cancel.signal });
  const third = pool.run('double', 3);
  cancel.abort(new Error('gone'));
  await expect(dropped).rejects.toThrow('gone');
  const fourth = pool.run('double', 4);
  openGate();
  expect(await Promise.all([first, third, fourth])).toEqual([1, 6, 8]);
  expect(Atomics.load(counts, begun)).toBe(1);
});

test('a running task that is cancelled finishes its step and begins no other; its caller knows before', async () => {
  const cancel = new AbortController();
  const heard: number[] = [];
  const options = { signal: cancel.signal, onProgress: (share: unknown) => heard.push(Number(share)) };
  const running = pool.run('steps', { total: 5, counts }, options);
  await until(begun, 1);
  const next = pool.run('double', 3);
  cancel.abort(new Error('gone'));
  await expect(running).rejects.toThrow('gone');
  expect(Atomics.load(counts, stepsDone)).toBe(0);
  openGate();
  expect(await next).toBe(6);
  expect([...counts]).toEqual([1, 1, 1]);
  expect(heard).toEqual([]);
});

test('a task whose caller is gone already does not begin', async () => {
  const gone = AbortSignal.abort(new Error('gone'));
  await expect(pool.run('wait', { value: 1, counts }, { signal: gone })).rejects.toThrow('gone');
  expect(await pool.run('double', 1)).toBe(2);
  expect(Atomics.load(counts, begun)).toBe(0);
});

test('an error keeps its class, code and line of the thread; one of an unknown class its name and fields', async () => {
  const known = await pool.run('fail', 'session').catch((error: unknown) => error);
  expect(known).toBeInstanceOf(SessionError);
  expect(known).toMatchObject({ code: 'inputMismatch', message: 'The input x is missing.' });
  expect(String(known instanceof Error && known.stack)).toContain('testing/worker.ts');
  const unknown = await pool.run('fail', 'unknown').catch((error: unknown) => error);
  expect(unknown).toBeInstanceOf(Error);
  expect(unknown).toMatchObject({ message: 'nobody knows this', code: 'unknownFault', place: 7 });
  await expect(pool.run('fail', 'text')).rejects.toThrow('a text');
});

test.each([
  ['fills its heap', 'fillHeap', 'outOfMemory', /48 MB/],
  ['leaves the process', 'leave', 'threadDied', /code: 3/],
  ['throws beside its task', 'throwAside', 'threadDied', /thrown beside the task/],
] as const)('a thread that %s fails its task alone; another takes its place', async (_, name, code, why) => {
  const doomed = pool.run(name, undefined).catch((error: unknown) => error);
  const waiting = pool.run('double', 21);
  const error = await doomed;
  expect(error).toBeInstanceOf(PoolError);
  expect(error).toMatchObject({ code, message: expect.stringMatching(why) });
  expect(await waiting).toBe(42);
});

test('an input that cannot be copied is refused, and the thread stays', async () => {
  // @ts-expect-error a function is no number
  await expect(pool.run('double', () => 1)).rejects.toThrow(/could not be cloned/);
  expect(await pool.run('double', 1)).toBe(2);
});

test('closing refuses what waits, lets the running step end and begins no other', async () => {
  const running = pool.run('steps', { total: 5, counts }).catch((error: unknown) => error);
  const waiting = pool.run('double', 1).catch((error: unknown) => error);
  await until(begun, 1);
  let closed = false;
  const closing = pool.close().then(() => {
    closed = true;
  });
  expect(await waiting).toMatchObject({ code: 'closed' });
  await expect(pool.run('double', 1)).rejects.toMatchObject({ code: 'closed' });
  expect(closed).toBe(false);
  openGate();
  await closing;
  expect(await running).toMatchObject({ code: 'closed' });
  expect([...counts]).toEqual([1, 1, 1]);
});

test('whatever ends, fails or is cancelled in whatever order, every caller gets its own answer', async () => {
  const several = open(3, 1_000);
  const kinds = fc.constantFrom('end', 'fail', 'cancel');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 999 })), { maxLength: 60 }),
      async (calls) => {
        const answers = calls.map(async ([kind, value]) => {
          if (kind === 'fail') return several.run('fail', 'session').catch((error: unknown) => error);
          const cancel = new AbortController();
          const answer = several.run('double', value, { signal: cancel.signal });
          if (kind === 'cancel') cancel.abort(value);
          return answer.catch((reason: unknown) => ({ cancelled: reason }));
        });
        for (const [index, answer] of (await Promise.all(answers)).entries()) {
          const [kind, value] = calls[index] ?? ['end', 0];
          if (kind === 'end') expect(answer).toBe(value * 2);
          else if (kind === 'cancel') expect(answer).toEqual({ cancelled: value });
          else expect(answer).toBeInstanceOf(SessionError);
        }
      },
    ),
    { numRuns: 30 },
  );
  await several.close();
});

test('a process that ends while a thread computes natively waits for the step and does not crash', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pool-'));
  const model = join(folder, 'model.onnx');
  await writeFile(model, slowModel());
  const program = join(import.meta.dirname, 'testing/leave-while-computing.ts');
  const { stderr } = await promisify(execFile)(process.execPath, [program, model]);
  expect(stderr).toBe('');
  await rm(folder, { recursive: true });
});

/** One number in, one out; between them a few hundred products of large matrices. */
function slowModel(): Uint8Array {
  const size = 512;
  return exportGraph({
    inputs: { x: { shape: [1], dtype: 'float32' } },
    outputs: ({ x }) => {
      let product = tf.mul(tf.fill([size, size], 1 / size), x);
      for (let times = 0; times < 200; times++) product = tf.matMul(product, product);
      return { y: tf.sum(product) };
    },
  });
}
