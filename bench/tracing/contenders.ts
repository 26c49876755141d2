/** Who takes part in the tracing bench, each in a process of its own. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { recurrentSettings } from '../../packages/domains/practice/index.ts';
import { type Epoch, epoch, type Job } from './schema.ts';

export interface Contender {
  readonly name: string;
  readonly peer: boolean;
  readonly train: () => Promise<Epoch>;
}

/** DKT as most implement it, and narrower and with the least padding: as fast as it can be made without another model. */
const peers = [
  { name: 'PyTorch DKT, 200 wide, padded to 200', hidden: 200, sorted: false },
  { name: 'PyTorch DKT, 200 wide, sorted by length', hidden: 200, sorted: true },
  { name: 'PyTorch DKT, 100 wide, padded to 200', hidden: 100, sorted: false },
  { name: 'PyTorch DKT, 100 wide, sorted by length', hidden: 100, sorted: true },
];

const run = promisify(execFile);
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

async function trainIn(program: string, script: string, job: Job): Promise<Epoch> {
  const { stdout } = await run(program, [here(script), JSON.stringify(job)]);
  return epoch.parse(JSON.parse(stdout));
}

/** @param python null: PyTorch is left out */
export function contendersOf(
  python: string | null,
  files: { readonly responses: string; readonly peer: string },
  { learners, threads }: { readonly learners: number; readonly threads: readonly number[] },
): readonly Contender[] {
  return threads.flatMap((count) => {
    const suffix = `, ${count} thread${count === 1 ? '' : 's'}`;
    const { hidden } = recurrentSettings;
    const ours = { file: files.responses, learners, threads: count, hidden, sorted: false };
    return [
      {
        name: `Praxis, ${hidden} wide, end to end${suffix}`,
        peer: false,
        train: () => trainIn(process.execPath, 'praxis.ts', ours),
      },
      ...(python === null
        ? []
        : peers.map(({ name, ...settings }) => ({
            name: name + suffix,
            peer: true,
            train: () =>
              trainIn(python, 'dkt.py', { file: files.peer, learners, threads: count, ...settings }),
          }))),
    ];
  });
}
