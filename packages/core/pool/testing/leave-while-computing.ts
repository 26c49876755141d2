/** A process that ends while a thread of its pool computes natively. Takes the path of a model that computes for a while. */
import { readFile } from 'node:fs/promises';
import { openPool } from '../index.ts';
import { begun, gate } from './places.ts';

const [, , model] = process.argv;
if (model === undefined) throw new Error('Which model?');
const pool = openPool<typeof import('./worker.ts')>({
  worker: `${import.meta.dirname}/worker.ts`,
  threads: 1,
  mostWaiting: 0,
  heapMegabytes: 64,
  errors: {},
});
const counts = new Int32Array(new SharedArrayBuffer(12));
const answer = pool.run('compute', { model: await readFile(model), counts });
answer.catch(() => {});
await Atomics.waitAsync(counts, begun, 0).value;
// A moment into the computation, which takes much longer.
Atomics.wait(counts, gate, 0, 100);
process.exit(0);
