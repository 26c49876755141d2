/** A matrix into a model, numbers out of it. */
import type { FeatureMatrix } from '../table/matrix.ts';
import type { HostTensor, StringTensor } from '../tensor/host.ts';
import { inputsOf } from './inputs.ts';

/** Rows computed by one call: keeps the memory of an explained batch to some tens of megabytes. */
export const batchRows = 256;

/** What a model is asked with and what it answers; the same on a server and in a browser. */
export interface Runner {
  run(inputs: Record<string, HostTensor | StringTensor>): Promise<Readonly<Record<string, HostTensor>>>;
}

/** Contributions of a raw row to the log-odds that the graph cannot give, those of trees; shape [features]. */
export type ExplainTrees = (row: Float32Array) => Float64Array;

/** Shapes [rows], `contributions` [rows, features]. */
export interface MatrixScores {
  readonly probability: Float32Array;
  readonly lower: Float32Array;
  readonly upper: Float32Array;
  readonly logOdds: Float32Array;
  /** null where they were not asked for. */
  readonly contributions: Float64Array | null;
}

/** @throws what `signal` aborts with between two batches */
export async function scoreMatrix(
  runner: Runner,
  matrix: FeatureMatrix,
  options: { readonly explain: ExplainTrees | boolean; readonly signal?: AbortSignal | undefined },
): Promise<MatrixScores> {
  const { rows, features, values } = matrix;
  const width = features.length;
  const [probability, lower, upper, logOdds] = [0, 1, 2, 3].map(() => new Float32Array(rows));
  const contributions = options.explain === false ? null : new Float64Array(rows * width);
  for (let from = 0; from < rows; from += batchRows) {
    options.signal?.throwIfAborted();
    const to = Math.min(rows, from + batchRows);
    const outputs = await runner.run(inputsOf(matrix, from, to));
    probability.set(outputs.probability.data, from);
    lower.set(outputs.lower.data, from);
    upper.set(outputs.upper.data, from);
    logOdds.set(outputs.logOdds.data, from);
    contributions?.set(outputs.contributions.data, from * width);
  }
  if (contributions !== null && typeof options.explain === 'function') {
    for (let row = 0; row < rows; row++) {
      const ofTrees = options.explain(values.subarray(row * width, (row + 1) * width));
      for (let column = 0; column < width; column++) contributions[row * width + column] += ofTrees[column];
    }
  }
  return { probability, lower, upper, logOdds, contributions };
}
