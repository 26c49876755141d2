/**
 * Piecewise-linear encoding of numbers (Gorishniy 2022): between two quantiles a column's own unit rises from 0 to 1, so
 * that a linear layer on top can bend at every quantile.
 */
import { quantile } from '../table/summary.ts';
import { tf } from '../tensor/index.ts';
import type { PreparedColumn } from './preparation.ts';

/** One unit = clip((z[column] − from) / (to − from), 0, 1). */
export interface Unit {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Up to `bins` units for each number and count, split at the quantiles of its training values. Values at the average are
 * left out where they are many: those are the missing ones.
 *
 * @param z row-major, shape [rows, columns.length]
 */
export function fitUnits(z: Float32Array, columns: readonly PreparedColumn[], bins: number): Unit[] {
  return columns.flatMap(({ kind, part }, column) => {
    if (kind === 'flag' || part === 'missing') return [];
    const all = Float64Array.from(
      { length: z.length / columns.length },
      (_, row) => z[row * columns.length + column],
    );
    const present = all.filter((value) => value !== 0).sort();
    const edges = Array.from({ length: bins + 1 }, (_, edge) => quantile(present, edge / bins));
    const distinct = edges.filter((edge, index) => index === 0 || edge - edges[index - 1] > narrowest);
    return distinct.slice(1).map((to, index) => ({ column, from: distinct[index], to }));
  });
}

/** In standard deviations: narrower bins would turn rounding into steps. */
const narrowest = 1e-3;

/** Prepared columns to units, [batch, columns] to [batch, units]; written as a product so that its gradient is one too. */
export function encodeUnits(units: readonly Unit[], z: tf.Tensor2D): tf.Tensor2D {
  const slopes = Array.from({ length: z.shape[1] }, (_, column) =>
    units.map((unit) => (unit.column === column ? 1 / (unit.to - unit.from) : 0)),
  );
  const starts = [units.map(({ from, to }) => from / (to - from))];
  return tf.clipByValue(tf.sub(tf.matMul(z, tf.tensor2d(slopes)), tf.tensor2d(starts)), 0, 1);
}
