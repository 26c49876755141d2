/** A model's figures on the rows of a file. */
import { decisionFigures, performanceOf, type Table } from '@praxis/core';
import type { Evaluation } from '../report/evaluation-report.ts';
import type { TableModel } from './open-model.ts';
import type { Reading } from './read-file.ts';
import { type Resampling, resampledFigures } from './resampled.ts';
import { fileLabels, probabilitiesOf, readForModel } from './scored-file.ts';

/** Of the bootstrap that gives the interval of the average precision. */
const seed = 0;

export interface EvaluatedFile {
  readonly evaluation: Evaluation;
  /** Shapes [rows]. */
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
  readonly rows: { readonly rows: number; readonly events: number };
  readonly table: Table;
}

/** @throws FaultError for a file that does not fit the model, or whose outcomes are not known or of one class */
export async function evaluateFile(
  model: TableModel,
  data: string,
  target: string | undefined,
  reading: Reading & { readonly signal: AbortSignal },
  resampling: Resampling = { group: undefined, top: undefined, day: undefined },
): Promise<EvaluatedFile> {
  const { file, matrix } = await readForModel(model, data, reading);
  const labels = fileLabels(model, file.table, target);
  const probabilities = await probabilitiesOf(model, matrix, reading.signal);
  const trainedOn = model.sources.includes(file.sha256);
  return {
    evaluation: {
      artifact: model.hash,
      learner: model.learner,
      outcome: target ?? model.target?.column ?? model.outcome,
      performance: performanceOf(labels, probabilities, seed),
      ...decisionFigures(labels, probabilities),
      resampled: resampledFigures(file.table, { labels, probabilities }, resampling),
      warnings: trainedOn
        ? [
            `${data} is the file that the model was trained on: these figures are too good. Its card has those of cross-validation.`,
          ]
        : [],
    },
    labels,
    probabilities,
    rows: { rows: labels.length, events: labels.reduce((sum, label) => sum + label, 0) },
    table: file.table,
  };
}
