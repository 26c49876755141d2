/** Tasks for the pool's tests: each does one thing that a real one may do. `counts` is memory shared with the test. */

import { SessionError } from '../../tensor/errors.ts';
import { openSession } from '../../tensor/session.ts';
import { task } from '../index.ts';
import { begun, gate, stepsDone } from './places.ts';

type Shared = Int32Array<SharedArrayBuffer>;

/** Blocks the thread, as native computation does, until the test opens the gate. */
function pass(counts: Shared): void {
  Atomics.wait(counts, gate, 0);
}

export const double = task((value: number) => value * 2);

export const wait = task(({ value, counts }: { value: number; counts: Shared }) => {
  Atomics.add(counts, begun, 1);
  pass(counts);
  return value;
});

/** Returns when as many tasks have begun. */
export const meet = task(({ party, counts }: { party: number; counts: Shared }) => {
  Atomics.add(counts, begun, 1);
  Atomics.notify(counts, begun);
  for (let here = Atomics.load(counts, begun); here < party; here = Atomics.load(counts, begun)) {
    Atomics.wait(counts, begun, here);
  }
  return party;
});

/** The first step waits at the gate. */
export const steps = task(({ total, counts }: { total: number; counts: Shared }, context) => {
  for (let step = 1; step <= total; step++) {
    context.throwIfCancelled();
    Atomics.add(counts, begun, 1);
    pass(counts);
    Atomics.add(counts, stepsDone, 1);
    context.report(step / total);
  }
  return total;
});

class UnknownFault extends Error {
  readonly code = 'unknownFault';
  readonly place = 7;
}

export const fail = task((kind: 'session' | 'unknown' | 'text') => {
  if (kind === 'session') throw new SessionError('inputMismatch', 'The input x is missing.');
  if (kind === 'unknown') throw new UnknownFault('nobody knows this');
  throw 'a text';
});

export const fillHeap = task(() => {
  const held: number[][] = [];
  for (;;) held.push(Array.from({ length: 100_000 }, (_, index) => index + 0.5));
});

export const leave = task(() => process.exit(3));

export const throwAside = task(async () => {
  setTimeout(() => {
    throw new RangeError('thrown beside the task');
  });
  await new Promise(() => {});
});

/** Runs a model once; the thread says when it is about to. */
export const compute = task(async ({ model, counts }: { model: Uint8Array; counts: Shared }) => {
  const session = await openSession(model);
  Atomics.store(counts, begun, 1);
  Atomics.notify(counts, begun);
  await session.run({ x: { shape: [1], dtype: 'float32', data: Float32Array.of(1) } });
  return session.outputs;
});
