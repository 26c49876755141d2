/** Records on their way into a model: by name, then as a matrix, then as one tensor a feature. */
import type { FeatureDefinition, FeatureMatrix, FeatureRow } from '../table/matrix.ts';
import type { HostTensor, StringTensor } from '../tensor/host.ts';
import type { ModelCard } from './card.ts';
import { ScoringError } from './errors.ts';

/** Stands in a file for a category that is missing: no level has an empty name. */
export const missingLevel = '';

/** The features as definitions, with the levels of their categories. */
export function definitionsOf(features: ModelCard['features']): FeatureDefinition[] {
  return features.map((feature) =>
    feature.kind === 'category'
      ? { name: feature.name, kind: feature.kind, unit: null, levels: feature.levels.map(({ name }) => name) }
      : { name: feature.name, kind: feature.kind, unit: feature.unit },
  );
}

/**
 * @param rows every feature by name and no other; a category by its level, any other name is a level that training has not
 *   seen; null is missing
 * @throws ScoringError for a row that does not fit
 */
export function matrixOfRows(
  features: readonly FeatureDefinition[],
  rows: readonly FeatureRow[],
): FeatureMatrix {
  const names = new Set(features.map(({ name }) => name));
  for (const row of rows) {
    const unknown = Object.keys(row).find((name) => !names.has(name));
    if (unknown !== undefined) {
      throw new ScoringError('featureUnknown', unknown, `The model has no feature "${unknown}".`);
    }
  }
  const values = new Float32Array(rows.length * features.length);
  for (const [column, feature] of features.entries()) {
    const numberOf = feature.kind === 'category' ? positionReader(feature.levels) : numberReader;
    for (const [row, record] of rows.entries()) {
      values[row * features.length + column] = numberOf(feature.name, record[feature.name]);
    }
  }
  return { features, rows: rows.length, values };
}

type Given = number | string | null | undefined;

function numberReader(name: string, value: Given): number {
  if (value === null) return Number.NaN;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw value === undefined ? missing(name) : invalid(name, value, 'a finite number');
}

function positionReader(levels: readonly string[]): (name: string, value: Given) => number {
  const positions = new Map(levels.map((level, position) => [level, position]));
  return (name, value) => {
    if (value === null) return Number.NaN;
    if (typeof value === 'string') return positions.get(value) ?? levels.length;
    throw value === undefined ? missing(name) : invalid(name, value, 'the name of a level');
  };
}

function missing(name: string): ScoringError {
  return new ScoringError(
    'featureMissing',
    name,
    `The row has no "${name}": null says that it is not known.`,
  );
}

function invalid(name: string, value: Given, expected: string): ScoringError {
  return new ScoringError('valueInvalid', name, `"${name}" is ${value}: ${expected} or null is needed.`);
}

/**
 * One input a feature, [rows, 1]: NaN, or an empty name, where missing.
 *
 * @param from @param to rows of the matrix
 */
export function inputsOf(
  { features, values }: FeatureMatrix,
  from: number,
  to: number,
): Record<string, HostTensor | StringTensor> {
  const width = features.length;
  const shape = [to - from, 1];
  return Object.fromEntries(
    features.map((feature, column) => {
      const data = new Float32Array(to - from);
      for (let row = 0; row < data.length; row++) data[row] = values[(from + row) * width + column];
      if (feature.kind !== 'category') return [feature.name, { shape, dtype: 'float32', data }];
      const { levels } = feature;
      // A name that no level has stands for one that training has not seen.
      const nameOf = (position: number) =>
        Number.isNaN(position) ? missingLevel : (levels[position] ?? unseenLevel(levels));
      return [feature.name, { shape, dtype: 'string', data: Array.from(data, nameOf) }];
    }),
  );
}

function unseenLevel(levels: readonly string[]): string {
  let name = '?';
  while (levels.includes(name)) name += '?';
  return name;
}
