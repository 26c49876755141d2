/** The whole table through the preparation, by the engine and block by block. */
import { prepareColumns } from '../../prepare/graph.ts';
import type { Preparation } from '../../prepare/preparation.ts';
import type { FeatureMatrix } from '../../table/matrix.ts';
import { exportGraph, openSession, tf } from '../../tensor/index.ts';

/** Rows of one call: bounds its memory. */
const blockRows = 4096;

/** @returns row-major, shape [rows, columns] */
export async function prepareRows(
  preparation: Preparation,
  { values, rows, features }: FeatureMatrix,
): Promise<Float32Array> {
  const [width, columns] = [features.length, preparation.columns.length];
  const file = exportGraph({
    inputs: { raw: { shape: ['batch', width], dtype: 'float32' } },
    outputs: ({ raw }) => ({ z: prepareColumns(preparation, tf.reshape(raw, [raw.shape[0], width])) }),
  });
  const session = await openSession(file);
  try {
    const prepared = new Float32Array(rows * columns);
    for (let start = 0; start < rows; start += blockRows) {
      const end = Math.min(rows, start + blockRows);
      const data = values.slice(start * width, end * width);
      const { z } = await session.run({ raw: { shape: [end - start, width], dtype: 'float32', data } });
      prepared.set(z.data, start * columns);
    }
    return prepared;
  } finally {
    await session.release();
  }
}
