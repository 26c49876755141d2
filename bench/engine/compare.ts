/** Runs one work with all its contenders, in turn on one machine, and tells how they did. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAgreement } from './agreement.ts';
import { type Contender, startNode, startPython } from './contender.ts';
import { writeData } from './data-file.ts';
import type { Group, Options } from './options.ts';
import type { Ready, Round } from './schema.ts';
import type { Work } from './works/work.ts';

/** A configuration of a contender and what it did. */
export interface Entry {
  readonly group: Group;
  readonly threads: number;
  readonly ready: Ready;
  readonly rounds: readonly Round[];
}

/** What could not take part, and why. */
interface Absence {
  readonly group: Group;
  readonly what: string;
  readonly reason: string;
}

export interface Comparison {
  readonly entries: readonly Entry[];
  readonly absent: readonly Absence[];
}

/** A contender that took longer than this in all takes no part in further rounds, in ms. */
const enough = 6000;

/**
 * Starts every contender in a process of its own and lets them run one after the other, so that what slows the machine
 * for a while slows all.
 * @throws DisagreementError where their first results differ: then they do not compute the same thing.
 */
export async function compare(
  work: Work,
  options: Options,
  progress: (text: string) => void,
): Promise<Comparison> {
  const folder = await mkdtemp(join(tmpdir(), 'praxis-bench-'));
  const running: Running[] = [];
  const absent: Absence[] = [];
  try {
    if (options.python && options.groups.includes('pytorch')) await writeData(folder, work.data());
    for (const candidate of candidates(work, options, folder)) {
      const { group, threads, what } = candidate;
      progress(`${work.name}: starting ${group}, ${what}`);
      try {
        const contender = await candidate.start();
        running.push({
          group,
          threads,
          contender,
          ready: contender.ready,
          rounds: contender.ready.slow ? [contender.ready.slow] : [],
        });
      } catch (error) {
        absent.push({ group, what, reason: reasonOf(error) });
      }
    }
    checkAgreement(work.name, running);
    for (let round = 1; round <= options.rounds; round++) {
      progress(`${work.name}: round ${round} of ${options.rounds}`);
      for (const { group, ready, contender, rounds } of running) {
        if (ready.slow || rounds.reduce((sum, { milliseconds }) => sum + milliseconds, 0) > enough) continue;
        try {
          rounds.push(await contender.round({ milliseconds: options.milliseconds, steps: mostSteps }));
        } catch (cause) {
          throw new Error(`${work.name}: ${group} (${ready.config}) failed: ${reasonOf(cause)}`, { cause });
        }
      }
    }
    return { entries: running, absent };
  } finally {
    for (const { contender } of running) await contender.end();
    await rm(folder, { recursive: true });
  }
}

const mostSteps = 1_000_000;

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

interface Running extends Entry {
  readonly contender: Contender;
  readonly rounds: Round[];
}

interface Candidate {
  readonly group: Group;
  readonly threads: number;
  readonly what: string;
  start(): Promise<Contender>;
}

function candidates(work: Work, options: Options, folder: string): readonly Candidate[] {
  // One row has nothing to share among threads, and what is compiled for it only adds a wrapper.
  const single = work.kind === 'prediction';
  const threadCounts = single || availableParallelism() === 1 ? [1] : [1, 2];
  const node = (contender: 'praxis' | 'tfjs-wasm' | 'tfjs-cpu', threads: number): Candidate => ({
    group: contender,
    threads,
    what: `threads: ${threads}`,
    start: () => startNode({ contender, work: work.name, threads, profile: null }),
  });
  const { python } = options;
  const pytorch = (compiled: boolean, threads: number): Candidate => ({
    group: 'pytorch',
    threads,
    what: `${compiled ? 'torch.compile' : 'eager'}, threads: ${threads}`,
    async start() {
      if (!python) throw new Error('PRAXIS_BENCH_PYTHON names no Python');
      return startPython(work, { python, compiled, threads, folder });
    },
  });
  const compiled = single || !python ? [false] : [false, true];
  const all = [
    ...threadCounts.map((threads) => node('praxis', threads)),
    ...compiled.flatMap((mode) => (python ? threadCounts : [1]).map((threads) => pytorch(mode, threads))),
    node('tfjs-wasm', 1),
    node('tfjs-cpu', 1),
  ];
  return all.filter(({ group }) => options.groups.includes(group));
}
