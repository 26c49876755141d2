/** What the command line asks for. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type DataSet, dataSetNamed, dataSets } from './data-sets.ts';

export interface Options {
  readonly json: boolean;
  readonly dataSets: readonly DataSet[];
  readonly repeats: number;
  /** A Python that has scikit-learn and LightGBM; null: the peers are left out, `noPeers` says why. */
  readonly python: string | null;
  readonly noPeers: string;
}

export const usage = `npm run bench:learners -- [--json] [--data ${dataSets.map(({ name }) => name).join(',')}]
  [--repeats 3] [--only praxis]
PRAXIS_BENCH_PYTHON names a Python that has scikit-learn and LightGBM.`;

/** @throws Error where an option is not known or has no sense */
export function readOptions(given: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args: [...given],
    options: {
      json: { type: 'boolean', default: false },
      data: { type: 'string' },
      repeats: { type: 'string', default: '3' },
      only: { type: 'string' },
    },
  });
  const only = z.literal('praxis').optional().parse(values.only);
  return {
    json: values.json,
    dataSets: values.data ? values.data.split(',').map(dataSetNamed) : dataSets,
    repeats: z.coerce.number().int().positive().parse(values.repeats),
    python: only === undefined ? environment.PRAXIS_BENCH_PYTHON || null : null,
    noPeers:
      only === undefined
        ? 'the peers (PRAXIS_BENCH_PYTHON names no Python)'
        : 'the peers (left out by --only)',
  };
}
