/** Growth of the process over many steps. */
import { startNode } from './contender.ts';

const steps = 10_000;
/** Until the runtime's memory pools and the compiler have settled. */
const warmUp = 500;
const noLimit = 600_000;

/** In MB (2²⁰ bytes) of resident memory. */
export async function growthOf(work: string): Promise<number> {
  const contender = await startNode({ contender: 'praxis', work, threads: 1, profile: null });
  try {
    const before = await contender.round({ milliseconds: noLimit, steps: warmUp });
    const after = await contender.round({ milliseconds: noLimit, steps });
    return after.residentMb - before.residentMb;
  } finally {
    await contender.end();
  }
}
