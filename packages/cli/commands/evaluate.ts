/** `praxis evaluate`: how well a model does on a file whose outcomes are known. */
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { ensure, FaultError } from '../fault.ts';
import { flag, optional, parseOptions, reading, required } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { evaluationJson, evaluationLines } from '../report/evaluation-report.ts';
import { listenForStop } from '../supervise/stop-signal.ts';
import { evaluateFile } from '../table/evaluation.ts';
import { openTableModel } from '../table/open-model.ts';

const error = 'is not a whole number above 0';
const schema = z.object({
  model: required,
  data: required,
  target: optional,
  group: optional,
  top: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, { error })
    .transform(Number)
    .optional(),
  day: optional,
  ...reading,
  json: flag,
});

/** @throws FaultError; ArtifactError */
export async function evaluate(given: Given): Promise<number> {
  if (given.options.outcome !== undefined) {
    throw new FaultError({
      code: 'usage',
      message: 'The evaluation of an outcome of the cohort has another name now.',
      mend: `Give: praxis diagnosis evaluate --outcome ${given.options.outcome}`,
    });
  }
  const options = parseOptions(schema, given);
  ensure(await checkOnnxRuntime());
  const model = await openTableModel(options.model);
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  try {
    const { group, top, day } = options;
    const { evaluation, rows } = await evaluateFile(
      model,
      options.data,
      options.target,
      { ...options, signal },
      { group, top, day },
    );
    for (const warning of evaluation.warnings) console.error(`! ${warning}`);
    console.log(
      options.json ? evaluationJson(evaluation, rows) : evaluationLines(evaluation, rows).join('\n'),
    );
    return 0;
  } finally {
    release();
    await model.release();
  }
}
