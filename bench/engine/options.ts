/** What the command line asks for. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { workNamed, works } from './works/index.ts';
import type { Work } from './works/work.ts';

const groupNames = ['praxis', 'pytorch', 'tfjs-wasm', 'tfjs-cpu'] as const;
const group = z.enum(groupNames);
export type Group = z.infer<typeof group>;

export interface Options {
  readonly json: boolean;
  readonly works: readonly Work[];
  readonly groups: readonly Group[];
  /** Measure growth over 10,000 steps too. */
  readonly memory: boolean;
  /** Print where the runtime's time goes instead of comparing. */
  readonly profile: boolean;
  readonly rounds: number;
  /** Of one round of one contender. */
  readonly milliseconds: number;
  /** A Python that has PyTorch. */
  readonly python: string | null;
}

export const usage = `npm run bench:engine -- [--json] [--work ${works.map((work) => work.name).join(',')}]
  [--only ${groupNames.join(',')}] [--rounds 5] [--milliseconds 500] [--memory] [--profile]
PRAXIS_BENCH_PYTHON names a Python that has PyTorch.`;

const counts = z.coerce.number().int().positive();

/** @throws Error where an option is not known or has no sense */
export function readOptions(given: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args: [...given],
    options: {
      json: { type: 'boolean', default: false },
      work: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      milliseconds: { type: 'string', default: '500' },
      memory: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  });
  const { json, memory, profile } = values;
  return {
    json,
    memory,
    profile,
    works: values.work ? values.work.split(',').map(workNamed) : works,
    groups: values.only ? chosenGroups(values.only) : groupNames,
    rounds: counts.parse(values.rounds),
    milliseconds: counts.parse(values.milliseconds),
    python: environment.PRAXIS_BENCH_PYTHON || null,
  };
}

/** Praxis takes part always: it is what all others are compared with. */
function chosenGroups(text: string): readonly Group[] {
  return ['praxis', ...z.array(group).parse(text.split(','))];
}
