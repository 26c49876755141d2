/** Growth of the process over many steps. */
import { startNode } from './contender.ts';

const steps = 10_000;
/** Of other works so many steps take minutes, and nothing in a step grows with the model. */
export const memoryWork = 'mlp';
/** Until the runtime's memory pools and the compiler have settled. */
const warmUp = 500;
const noLimit = 600_000;

/** In MB (2²⁰ bytes) of resident memory. */
export async function growthInMb(): Promise<number> {
  const contender = await startNode({ contender: 'praxis', work: memoryWork, threads: 1, profile: null });
  try {
    const before = await contender.round({ milliseconds: noLimit, steps: warmUp });
    const after = await contender.round({ milliseconds: noLimit, steps });
    return after.residentMb - before.residentMb;
  } finally {
    await contender.end();
  }
}
