/** The penalised log-likelihood of a sparse logistic regression, its gradient and the diagonal of its curvature. */
import type { SparseRows } from './rows.ts';

export interface SparseLesson {
  readonly rows: SparseRows;
  /** 0 or 1, shape [rows]. */
  readonly labels: Uint8Array;
  /** Of each column, shape [columns]; the intercept is free. */
  readonly penalties: Float64Array;
}

/** Coefficients lie in one vector, the intercept last. */
export interface Slope {
  /** Σ loss + ½ Σ penalty · coefficient². */
  readonly objective: number;
  readonly gradient: Float64Array;
}

export function slopeAt({ rows, labels, penalties }: SparseLesson, at: Float64Array): Slope {
  const { starts, columns, values } = rows;
  const last = at.length - 1;
  const gradient = new Float64Array(at.length);
  let objective = 0;
  for (let row = 0; row < labels.length; row++) {
    const end = starts[row + 1];
    let logOdds = at[last];
    for (let entry = starts[row]; entry < end; entry++) logOdds += values[entry] * at[columns[entry]];
    const tail = Math.exp(-Math.abs(logOdds));
    objective += Math.max(logOdds, 0) - labels[row] * logOdds + Math.log1p(tail);
    const residual = (logOdds < 0 ? tail : 1) / (1 + tail) - labels[row];
    for (let entry = starts[row]; entry < end; entry++) gradient[columns[entry]] += residual * values[entry];
    gradient[last] += residual;
  }
  for (let column = 0; column < last; column++) {
    gradient[column] += penalties[column] * at[column];
    objective += (penalties[column] * at[column] ** 2) / 2;
  }
  return { objective, gradient };
}

/** Σ p(1 − p) x² + penalty for every coefficient, with the labels' mean for p: how steep each direction is at the start. */
export function curvatureDiagonal({ rows, labels, penalties }: SparseLesson): Float64Array {
  const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const spread = mean * (1 - mean);
  const diagonal = new Float64Array(penalties.length + 1);
  for (const [entry, column] of rows.columns.entries()) diagonal[column] += spread * rows.values[entry] ** 2;
  for (const [column, penalty] of penalties.entries()) diagonal[column] += penalty;
  diagonal[penalties.length] = spread * labels.length;
  return diagonal;
}
