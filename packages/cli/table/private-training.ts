/** What `praxis train --learner private` is told: its options, what they become, and what to know about them. */
import {
  type Candidate,
  type FeatureDefinition,
  privateCandidate,
  readTableSchema,
  type TableSchema,
} from '@praxis/core';
import { z } from 'zod';
import { decimal, optional } from '../options.ts';
import { readBounds } from './bounds.ts';
import { ensured } from './read-file.ts';
import type { Warning } from './training-data.ts';

export const privateOptions = {
  epsilon: decimal((value) => value > 0, 'is not a number above 0'),
  delta: decimal((value) => value > 0 && value < 1, 'is not a number between 0 and 1'),
  bounds: optional,
};
const given = z.object(privateOptions);
type PrivateOptions = z.output<typeof given>;
/** Where `privateFault` has found none. */
const complete = z.object({ epsilon: z.number(), delta: z.number(), bounds: z.string() });

/** An option that is missing, or of no use to the learner, and why. */
export function privateFault(
  options: PrivateOptions & {
    readonly learner: string;
    readonly search: number;
    readonly calibration: string;
  },
): { readonly option: string; readonly error: string } | null {
  const names = ['epsilon', 'delta', 'bounds'] as const;
  if (options.learner !== 'private') {
    const idle = names.find((name) => options[name] !== undefined);
    return idle === undefined ? null : { option: idle, error: 'goes with --learner private' };
  }
  if (options.search > 0) {
    return {
      option: 'search',
      error: 'does not go with --learner private: every trial would look at the rows',
    };
  }
  if (options.calibration !== 'platt') {
    return {
      option: 'calibration',
      error: 'does not go with --learner private: a calibration by the rows would tell of them',
    };
  }
  const absent = names.find((name) => options[name] === undefined);
  return absent === undefined ? null : { option: absent, error: 'is missing' };
}

/** What is trained, and what to know about that. */
export interface Competing {
  readonly candidates: readonly Candidate[];
  readonly warnings: readonly Warning[];
}

/** @throws FaultError where the bounds do not fit the features */
export async function privateTraining(
  options: PrivateOptions & { readonly schema?: string | undefined; readonly group?: string | undefined },
  { features, rows }: { readonly features: readonly FeatureDefinition[]; readonly rows: number },
): Promise<Competing> {
  const { epsilon, delta, bounds } = complete.parse(options);
  const { schema, group } = options;
  const declared = await readBounds(bounds, features);
  const known = schema === undefined ? {} : ensured(await readTableSchema(schema)).columns;
  return {
    candidates: [privateCandidate({ epsilon, delta, bounds: declared })],
    warnings: [
      ...deltaWarning(delta, rows),
      ...features.flatMap((feature) => levelsWarning(feature, known)),
      ...groupWarning(group),
    ],
  };
}

function deltaWarning(delta: number, rows: number): readonly Warning[] {
  if (delta < 1 / rows) return [];
  const message = `--delta ${delta} is not below 1/${rows}, one over the number of rows: at such a δ a row may be given away whole.`;
  return [{ code: 'deltaLarge', column: null, message }];
}

function levelsWarning({ name, kind }: FeatureDefinition, known: TableSchema['columns']): readonly Warning[] {
  const declared = known[name];
  if (kind !== 'category' || (declared?.kind === 'category' && declared.levels !== undefined)) return [];
  const message = `The levels of "${name}" are taken from the rows, which ε does not cover: declare them in a file given with --schema.`;
  return [{ code: 'levelsMeasured', column: name, message }];
}

function groupWarning(group: string | undefined): readonly Warning[] {
  if (group === undefined) return [];
  const message = `ε holds for one row: for all rows of one "${group}" together the promise is weaker.`;
  return [{ code: 'privateByRow', column: group, message }];
}
