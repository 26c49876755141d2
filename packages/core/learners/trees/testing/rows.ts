/** Small tables for tests of the trees. */
import type { FeatureDefinition } from '../../../table/matrix.ts';
import type { FitOptions, TrainingRows } from '../../contract.ts';

export function number(name: string): FeatureDefinition {
  return { name, kind: 'number', unit: null };
}

export function category(name: string, levels: number): FeatureDefinition {
  return {
    name,
    kind: 'category',
    unit: null,
    levels: Array.from({ length: levels }, (_, level) => `level ${level}`),
  };
}

/** @param rows raw values, NaN where missing */
export function rowsOf(
  features: readonly FeatureDefinition[],
  rows: readonly (readonly number[])[],
  labels: ArrayLike<number>,
  weights: ArrayLike<number> | null = null,
): TrainingRows {
  return {
    features,
    rows: rows.length,
    values: Float32Array.from(rows.flat()),
    labels: Uint8Array.from(labels),
    weights: weights && Float32Array.from(weights),
  };
}

export const fitOptions: FitOptions = {
  seed: 1,
  threads: 1,
  onEpoch: () => {},
  signal: new AbortController().signal,
  checkpoint: null,
};
