import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { LabelledMatrix } from '@praxis/core';
import { expect, test } from 'vitest';
import { dealtFolds } from './folds.ts';
import { runPeers } from './peers.ts';

const python = process.env.PRAXIS_BENCH_PYTHON ?? '';
const imports = ['-c', 'import joblib, lightgbm, sklearn'];
const missing =
  python === '' ||
  (await promisify(execFile)(python, imports).then(
    () => false,
    () => true,
  ));

/** A number that counts, with holes, and a category that counts too. */
function smallMatrix(): LabelledMatrix {
  const rows = 200;
  const values = new Float32Array(2 * rows);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const place = row % 3;
    labels[row] = (row + (place === 0 ? 60 : 0)) % 200 < 90 ? 1 : 0;
    values[2 * row] = row % 7 === 0 ? Number.NaN : row;
    values[2 * row + 1] = row % 11 === 0 ? Number.NaN : place;
  }
  return {
    features: [
      { name: 'number', kind: 'number', unit: null },
      { name: 'place', kind: 'category', unit: null, levels: ['a', 'b', 'c'] },
    ],
    rows,
    values,
    labels,
    ids: Int32Array.from(labels.keys()),
  };
}

// Skips where PRAXIS_BENCH_PYTHON names no Python with scikit-learn, LightGBM and joblib.
test.skipIf(missing)(
  'every peer learns from a table with missing values and categories',
  { timeout: 300_000 },
  async () => {
    const matrix = smallMatrix();
    const { contenders, absent } = await runPeers(python, matrix, dealtFolds(matrix.labels, 1), () => {});
    expect(absent).toEqual([]);
    expect(contenders).toHaveLength(6);
    // By chance it would be 0.5 ± 0.04.
    for (const { performance } of contenders) expect(performance.auroc.value).toBeGreaterThan(0.7);
  },
);
