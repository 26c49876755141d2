/** `praxis compare`: two models on the same rows. */
import { comparePredictions } from '@praxis/core';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { ensure, FaultError } from '../fault.ts';
import { flag, optional, parseOptions, reading, required } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { comparisonJson, comparisonLines, differencesOf } from '../report/comparison-report.ts';
import { listenForStop } from '../supervise/stop-signal.ts';
import { type EvaluatedFile, evaluateFile } from '../table/evaluation.ts';
import { checkOutcomes, matchedRows } from '../table/matched-rows.ts';
import { openTableModel } from '../table/open-model.ts';
import { resampledDifferences } from '../table/resampled.ts';

const schema = z
  .object({
    data: z
      .array(required)
      .min(1)
      .max(2, { error: 'stands there more than twice: give one file, or one a model' }),
    id: optional,
    target: optional,
    group: optional,
    ...reading,
    json: flag,
  })
  .refine(({ data, id }) => data.length < 2 || id !== undefined, {
    path: ['id'],
    error: 'says which rows of two files are the same',
  })
  .refine(({ data, id }) => data.length > 1 || id === undefined, {
    path: ['id'],
    error: 'goes with two files: the rows of one are the same for both models',
  });

/** @throws FaultError; ArtifactError */
export async function compare(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  const [first = '', second = ''] = given.words;
  const [firstFile = '', secondFile = firstFile] = options.data;
  ensure(await checkOnnxRuntime());
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  try {
    const evaluated = async (folder: string, file: string) => {
      const model = await openTableModel(folder);
      try {
        return await evaluateFile(model, file, options.target, { ...options, signal });
      } finally {
        await model.release();
      }
    };
    const a = await evaluated(first, firstFile);
    const b = await evaluated(second, secondFile);
    const scores = [
      a.probabilities,
      options.id === undefined
        ? sameRows([a, first], [b, second])
        : otherRows({ ...a, file: firstFile }, { ...b, file: secondFile }, options.id),
    ] as const;
    const models = [a.evaluation, b.evaluation] as const;
    for (const warning of new Set(models.flatMap(({ warnings }) => warnings))) console.error(`! ${warning}`);
    const differences = differencesOf(
      comparePredictions(a.labels, ...scores),
      options.group === undefined ? null : resampledDifferences(a.table, options.group, a.labels, scores),
    );
    console.log(
      options.json
        ? comparisonJson(models, differences, a.rows)
        : comparisonLines(models, [first, second], differences, a.rows).join('\n'),
    );
    return 0;
  } finally {
    release();
  }
}

/** The second model's probabilities in the first one's order, shape [rows]: one file, and both predict the same of it. */
function sameRows(
  [a, first]: readonly [EvaluatedFile, string],
  [b, second]: readonly [EvaluatedFile, string],
): Float64Array {
  if (a.labels.every((label, row) => label === b.labels[row])) return b.probabilities;
  throw new FaultError({
    code: 'targetsDiffer',
    message: `The models do not predict the same: the target is ${a.evaluation.outcome} for ${first} and ${b.evaluation.outcome} for ${second}.`,
    mend: 'Compare models of one target and one positive value.',
  });
}

/** The same where each model has a file of its own about the same rows. */
function otherRows(
  a: EvaluatedFile & { readonly file: string },
  b: EvaluatedFile & { readonly file: string },
  id: string,
): Float64Array {
  const rows = matchedRows(a, b, id);
  const withTarget = (of: typeof a) => ({ ...of, target: of.evaluation.outcome });
  checkOutcomes(withTarget(a), withTarget(b), rows, id);
  return Float64Array.from(rows, (row) => b.probabilities[row]);
}
