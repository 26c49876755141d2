/** What a model costs where it serves: bytes of its graph, time of a row. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { FeatureMatrix } from '@praxis/core';
import type { TableModel } from './open-model.ts';
import { rowsOf } from './scored-file.ts';

export interface ScoringCost {
  /** Of `model.onnx`. */
  readonly bytes: number;
  /** Of one row among up to 256, with its interval and explanation by the graph. */
  readonly microseconds: number;
}

const mostRows = 256;
const rounds = 15;

/** Medians; the models take turns, as the machine has other work. */
export async function scoringCosts(
  models: readonly { readonly model: TableModel; readonly folder: string }[],
  matrix: FeatureMatrix,
): Promise<readonly ScoringCost[]> {
  const rows = Math.min(mostRows, matrix.rows);
  const part = rowsOf(matrix, 0, rows);
  const times = models.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { model }] of models.entries()) {
      const start = performance.now();
      await model.scoreMatrix(part, { explain: false });
      // The first one is slower than all that follow.
      if (round > 0) times[index].push(performance.now() - start);
    }
  }
  return Promise.all(
    models.map(async ({ folder }, index) => ({
      bytes: (await stat(path.join(folder, 'model.onnx'))).size,
      microseconds: (1000 * times[index].toSorted((a, b) => a - b)[(rounds - 1) / 2]) / rows,
    })),
  );
}
