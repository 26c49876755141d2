/** Prepares training rows with the very graph that prepares a row to be scored. */
import { prepareColumns } from '../../prepare/graph.ts';
import type { Preparation } from '../../prepare/preparation.ts';
import type { FeatureMatrix } from '../../table/matrix.ts';
import { exportGraph, openSession, tf } from '../../tensor/index.ts';
import type { StopSignal } from '../contract.ts';

/** Rows of one call: bounds the memory between. */
const batchRows = 4096;

/** @returns row-major, shape [rows, preparation.columns.length] */
export async function prepareRows(
  preparation: Preparation,
  matrix: FeatureMatrix,
  signal: StopSignal,
): Promise<Float32Array> {
  const width = matrix.features.length;
  const columns = preparation.columns.length;
  const session = await openSession(
    exportGraph({
      inputs: { raw: { shape: ['batch', width], dtype: 'float32' } },
      outputs: ({ raw }) => ({ z: prepareColumns(preparation, tf.reshape(raw, [raw.shape[0], width])) }),
    }),
  );
  const z = new Float32Array(matrix.rows * columns);
  try {
    for (let start = 0; start < matrix.rows; start += batchRows) {
      signal.throwIfAborted();
      const rows = Math.min(batchRows, matrix.rows - start);
      const data = matrix.values.slice(start * width, (start + rows) * width);
      const prepared = await session.run({ raw: { shape: [rows, width], dtype: 'float32', data } });
      z.set(prepared.z.data, start * columns);
    }
    return z;
  } finally {
    await session.release();
  }
}
