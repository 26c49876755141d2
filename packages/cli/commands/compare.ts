/** `praxis compare`: two models on the same rows. */
import { comparePredictions } from '@praxis/core';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { ensure, FaultError } from '../fault.ts';
import { flag, optional, parseOptions, reading, required } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { comparisonJson, comparisonLines } from '../report/evaluation-report.ts';
import { listenForStop } from '../supervise/stop-signal.ts';
import { evaluateFile } from '../table/evaluation.ts';
import { openTableModel } from '../table/open-model.ts';

const schema = z.object({ data: required, target: optional, ...reading, json: flag });

/** @throws FaultError; ArtifactError */
export async function compare(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  const [first = '', second = ''] = given.words;
  ensure(await checkOnnxRuntime());
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  try {
    const evaluated = async (folder: string) => {
      const model = await openTableModel(folder);
      try {
        return await evaluateFile(model, options.data, options.target, { ...options, signal });
      } finally {
        await model.release();
      }
    };
    const a = await evaluated(first);
    const b = await evaluated(second);
    if (a.labels.some((label, row) => label !== b.labels[row])) {
      throw new FaultError({
        code: 'targetsDiffer',
        message: `The models do not predict the same: the target is ${a.evaluation.outcome} for ${first} and ${b.evaluation.outcome} for ${second}.`,
        mend: 'Compare models of one target and one positive value.',
      });
    }
    const models = [a.evaluation, b.evaluation] as const;
    for (const warning of new Set(models.flatMap(({ warnings }) => warnings))) console.error(`! ${warning}`);
    const differences = comparePredictions(a.labels, a.probabilities, b.probabilities);
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
