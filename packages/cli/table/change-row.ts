/** The smallest change to a row of a file that brings its probability past a bound. */
import {
  type ChangeableFeature,
  type Changes,
  type Counterfactual,
  type CounterfactualError,
  counterfactual,
  type FeatureMatrix,
  type Goal,
  type Result,
} from '@praxis/core';
import { FaultError } from '../fault.ts';
import type { TableModel } from './open-model.ts';
import { rowsOf } from './scored-file.ts';

/** A column that may change, as `--change` names it. */
export interface AskedChange {
  readonly name: string;
  readonly bounds: { readonly low: number; readonly high: number } | null;
}

/** @throws FaultError usage for what is no column, or no bounds */
export function readChange(text: string): AskedChange {
  const [, name = text, low, high] = /^(.+?)=(-?[\d.]+):(-?[\d.]+)$/.exec(text) ?? [];
  if (low === undefined || high === undefined) {
    if (name.includes('=')) throw usage(`--change ${text} is not COL or COL=LOW:HIGH`);
    return { name, bounds: null };
  }
  const bounds = { low: Number(low), high: Number(high) };
  if (!(bounds.low < bounds.high)) throw usage(`--change ${text} has a low that is not below its high`);
  return { name, bounds };
}

const usage = (message: string) =>
  new FaultError({
    code: 'usage',
    message: `${message}.`,
    mend: 'For example: --change glucose=70:140,mass',
  });

export async function changeRow(
  model: TableModel,
  matrix: FeatureMatrix,
  row: number,
  asked: readonly AskedChange[],
  goal: Goal,
  signal: AbortSignal,
): Promise<Result<Counterfactual, CounterfactualError>> {
  const own = rowsOf(matrix, row, row + 1);
  const changeable = asked.map((change) => changeableOf(model, matrix, own.values, change));
  const { features } = matrix;
  const score = async (all: readonly Changes[]) => {
    const values = new Float32Array(all.length * features.length);
    all.forEach((changes, place) => {
      values.set(own.values, place * features.length);
      features.forEach((feature, column) => {
        const value = changes[feature.name];
        if (value === undefined) return;
        values[place * features.length + column] =
          feature.kind === 'category' ? feature.levels.indexOf(String(value)) : Number(value);
      });
    });
    const { probability } = await model.scoreMatrix(
      { features, rows: all.length, values },
      { explain: false, signal },
    );
    return probability;
  };
  return counterfactual(score, changeable, goal);
}

function changeableOf(
  { ranges }: TableModel,
  matrix: FeatureMatrix,
  own: Float32Array,
  { name, bounds }: AskedChange,
): ChangeableFeature {
  const column = matrix.features.findIndex((feature) => feature.name === name);
  const feature = matrix.features[column];
  if (feature === undefined) throw usage(`--change: the model has no feature "${name}"`);
  const value = own[column];
  if (feature.kind === 'category') {
    return { kind: 'level', name, current: feature.levels[value] ?? null, levels: feature.levels };
  }
  const step = feature.kind === 'number' ? stepOf(matrix, column) : 1;
  const range = ranges.get(name) ?? rangeOf(matrix, column);
  const { low, high } = bounds ?? (feature.kind === 'flag' ? { low: 0, high: 1 } : range);
  return {
    kind: 'number',
    name,
    // As it stands in the file: single precision has other digits behind.
    current: Number.isNaN(value) ? null : Number(value.toPrecision(7)),
    // Whole steps within the bounds.
    minimum: Number((Math.ceil(low / step) * step).toPrecision(7)),
    maximum: Number((Math.floor(high / step) * step).toPrecision(7)),
    step,
    direction: 'either',
    scale: feature.kind === 'flag' ? 1 : range.high - range.low || 1,
  };
}

function rangeOf(matrix: FeatureMatrix, column: number) {
  const known = columnOf(matrix, column);
  const [low, high] = known.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return { low, high };
}

/** The last decimal that the column's numbers have: a suggestion should look like a value of the file. */
function stepOf(matrix: FeatureMatrix, column: number): number {
  const decimals = columnOf(matrix, column).reduce(
    (most, value) => Math.max(most, Number(value.toPrecision(7)).toString().split('.')[1]?.length ?? 0),
    0,
  );
  return 10 ** -Math.min(3, decimals);
}

function columnOf({ features, rows, values }: FeatureMatrix, column: number): number[] {
  return Array.from({ length: rows }, (_, row) => values[row * features.length + column]).filter(
    (value) => !Number.isNaN(value),
  );
}
