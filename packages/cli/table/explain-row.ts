/** What makes up a model's answer for one row of a file. */
import { type FeatureMatrix, sampledShapley, scorerOf } from '@praxis/core';
import { FaultError } from '../fault.ts';
import type { TableModel } from './open-model.ts';
import { rowsOf } from './scored-file.ts';

export interface ExplainedRow {
  readonly probability: number;
  /** Uncalibrated: baseline + contributions + residual. */
  readonly logOdds: number;
  readonly baseline: number;
  /** In the order of the features. */
  readonly contributions: readonly number[];
  /** null where they were not sampled. */
  readonly standardErrors: readonly number[] | null;
  readonly residual: number;
}

/** Rows that stand for what is not known, where contributions are sampled. */
const mostBackground = 100;
/** A thousand pairs of walks a row, or more. */
const walks = 1000;

/** @throws FaultError for a row without an answer, or, of an imported model, fewer than two others that have one */
export async function explainRow(
  model: TableModel,
  matrix: FeatureMatrix,
  row: number,
  seed: number,
  signal: AbortSignal,
): Promise<ExplainedRow> {
  const own = rowsOf(matrix, row, row + 1);
  const explained = model.baselineLogOdds !== null;
  const { probability, logOdds, contributions } = await model.scoreMatrix(own, {
    explain: explained,
    signal,
  });
  if (Number.isNaN(probability[0])) {
    throw new FaultError({
      code: 'predictionInvalid',
      message: `The model gives no number for row ${row + 1}.`,
      mend: 'Look at the cells of this row: a missing or an extreme value is the usual cause.',
    });
  }
  const answer = { probability: probability[0], logOdds: logOdds[0] };
  if (contributions !== null && model.baselineLogOdds !== null) {
    const sum = contributions.reduce((all, part) => all + part, model.baselineLogOdds);
    return {
      ...answer,
      baseline: model.baselineLogOdds,
      contributions: [...contributions],
      standardErrors: null,
      residual: logOdds[0] - sum,
    };
  }
  const background = await backgroundOf(model, matrix, signal);
  const rounds = Math.ceil(walks / background.rows);
  const score = scorerOf(model, 'logOdds', signal);
  const sampled = await sampledShapley(score, own, { background, rounds, seed, signal });
  return {
    ...answer,
    baseline: sampled.baseline,
    contributions: [...sampled.contributions],
    standardErrors: [...sampled.standardErrors],
    residual: 0,
  };
}

/** Rows for which the model has an answer, from the first. */
async function backgroundOf(
  model: TableModel,
  matrix: FeatureMatrix,
  signal: AbortSignal,
): Promise<FeatureMatrix> {
  const { probability } = await model.scoreMatrix(matrix, { explain: false, signal });
  const width = matrix.features.length;
  const answered = [...probability.keys()]
    .filter((row) => !Number.isNaN(probability[row]))
    .slice(0, mostBackground);
  if (answered.length < 2) {
    throw new FaultError({
      code: 'notExplained',
      message: 'The contributions of an imported model are sampled against the other rows of the file.',
      mend: 'Give a file with at least two rows that the model has an answer for.',
    });
  }
  const values = new Float32Array(answered.length * width);
  answered.forEach((row, place) => {
    values.set(matrix.values.subarray(row * width, (row + 1) * width), place * width);
  });
  return { features: matrix.features, rows: answered.length, values };
}
