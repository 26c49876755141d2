/** Fits attention: each row is read with those of its owner that came before it. */
import { type FittedAttention, fitAttention } from '../learners/attention/fit-attention.ts';
import { attentionLogOdds } from '../learners/attention/score.ts';
import { lastSteps, type Sequences } from '../learners/attention/sequences.ts';
import type { FitOptions } from '../learners/contract.ts';
import type { AttentionPart } from './candidates.ts';
import { TrainingError } from './errors.ts';
import type { FitData } from './fit-data.ts';

/** Rows of the table; `weights` null: as they weigh there. */
interface AskedRows {
  readonly train: Int32Array;
  readonly weights: Float32Array | null;
  readonly test: Int32Array;
}

const hourMs = 3_600_000;

/**
 * @returns what was fitted, and its uncalibrated log-odds of `test`
 * @throws TrainingError `dataInconsistent` where rows have no times or owners; what fitAttention throws
 */
export async function fitOverTime(
  data: FitData,
  settings: AttentionPart,
  { train, weights, test }: AskedRows,
  options: FitOptions,
): Promise<{ readonly fitted: FittedAttention; readonly logOdds: Float64Array }> {
  const { owners, times } = data;
  if (owners === undefined || times === null) {
    throw new TrainingError(
      'dataInconsistent',
      'Attention reads what came before: rows need times and owners.',
    );
  }
  const { length } = settings;
  const hours = times.map((time) => time / hourMs);
  const of = (rows: Int32Array): Sequences => ({
    matrix: data,
    hours,
    steps: lastSteps(owners, rows, length),
    length,
  });
  const labels = Uint8Array.from(train, (row) => data.labels[row]);
  const own = weights ?? Float32Array.from(train, (row) => data.weights?.[row] ?? 1);
  const fitted = await fitAttention({ ...of(train), labels, weights: own }, settings, options);
  options.signal.throwIfAborted();
  return {
    fitted,
    logOdds: test.length === 0 ? new Float64Array(0) : await attentionLogOdds(fitted, of(test)),
  };
}
