/** `praxis predict`: scores every row of a file. */
import { abstentionOf, conformalSet, type FeatureMatrix, type MatrixScores } from '@praxis/core';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { ensure, FaultError } from '../fault.ts';
import { flag, optional, parseOptions, reading, required } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { listenForStop } from '../supervise/stop-signal.ts';
import { openTableModel, type TableModel } from '../table/open-model.ts';
import { csvScores, jsonScores, type RowDoubts } from '../table/score-output.ts';
import { checkPredictions, readForModel, rowNames, rowsOf } from '../table/scored-file.ts';
import { textOutput } from '../table/text-output.ts';

const schema = z.object({
  model: required,
  data: required,
  id: optional,
  explain: flag,
  out: optional,
  ...reading,
  json: flag,
});

/** Rows that are scored and written at a time. */
const chunkRows = 8192;

/** @throws FaultError; ArtifactError */
export async function predict(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  ensure(await checkOnnxRuntime());
  const model = await openTableModel(options.model);
  if (options.explain && model.baselineLogOdds === null) {
    await model.release();
    throw new FaultError({
      code: 'notExplained',
      message: `The model in ${options.model} was imported: what each feature adds to its answer is not known.`,
      mend: 'Leave --explain out; "praxis explain" samples contributions for one row.',
    });
  }
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  const output = textOutput(options.out);
  try {
    const { file, matrix } = await readForModel(model, options.data, { ...options, signal });
    const names = rowNames(file.table, options.id, model.id);
    const columns = {
      name: names.header,
      features: model.features.map(({ name }) => name),
      interval: model.interval,
      conformal: model.conformal !== undefined,
      familiarity: model.familiarity !== null,
      baselineLogOdds: model.baselineLogOdds ?? 0,
    };
    const asJson = options.json || /\.jsonl(\.gz)?$/.test(options.out ?? '');
    const format = asJson ? jsonScores(columns) : csvScores(columns, options.explain);
    let text = format.head;
    let read = true;
    for (let from = 0; read && from < matrix.rows; from += chunkRows) {
      const part = rowsOf(matrix, from, Math.min(matrix.rows, from + chunkRows));
      const scores = await model.scoreMatrix(part, { explain: options.explain, signal });
      checkPredictions(scores.probability, names.of, from);
      for (let row = 0; row < part.rows; row++) {
        text += format.row(names.of(from + row), scores, row, doubtsOf(model, part, scores, row));
      }
      read = await output.write(text);
      text = '';
    }
    await output.end();
    return 0;
  } catch (error) {
    await output.discard();
    throw error;
  } finally {
    release();
    await model.release();
  }
}

/** Which outcomes remain possible, whether the row is unlike the training rows, and whether the model should abstain. */
function doubtsOf(
  { conformal, familiarity }: Pick<TableModel, 'conformal' | 'familiarity'>,
  { features, values }: FeatureMatrix,
  { probability }: MatrixScores,
  row: number,
): RowDoubts {
  const width = features.length;
  const familiar = familiarity?.(values.subarray(row * width, (row + 1) * width)) ?? null;
  const set = conformal === undefined ? null : conformalSet(conformal.thresholds, probability[row]);
  return { set, familiar, abstains: abstentionOf(familiar, set) };
}
