/** Which rows are trained on and which are held out, as the data demands: by chance, by group, or by time. */
import { groupedFolds, type Split, stratifiedFolds, timeFolds } from '../table/splits.ts';
import type { TrainingData } from './contract.ts';
import { TrainingError } from './errors.ts';

/** What decides it. */
type SplitGround = Pick<TrainingData, 'labels' | 'groups' | 'times' | 'labelDelayMs'>;

/**
 * @param rows the rows to split
 * @returns index lists into the whole table
 * @throws TrainingError `timesTooShort`
 */
export function splitRows(data: SplitGround, rows: Int32Array, folds: number, seed: number): Split[] {
  const labels = Uint8Array.from(rows, (row) => data.labels[row]);
  const pick = (places: Int32Array) => places.map((place) => rows[place]);
  if (data.times !== null) {
    const { times } = data;
    const splits = splitsByTime(
      Float64Array.from(rows, (row) => times[row]),
      folds,
      data.labelDelayMs,
    );
    return splits.map(({ train, test }) => ({ train: pick(train), test: pick(test) }));
  }
  const { groups } = data;
  const fold =
    groups === null
      ? stratifiedFolds(labels, folds, seed)
      : groupedFolds(
          Int32Array.from(rows, (row) => groups[row]),
          labels,
          folds,
          seed,
        );
  return Array.from({ length: folds }, (_, index) => ({
    train: rows.filter((_, place) => fold[place] !== index + 1),
    test: rows.filter((_, place) => fold[place] === index + 1),
  }));
}

function splitsByTime(times: Float64Array, folds: number, labelDelayMs: number): Split[] {
  try {
    return timeFolds(times, folds, labelDelayMs);
  } catch (error) {
    if (error instanceof RangeError) throw new TrainingError('timesTooShort', error.message);
    throw error;
  }
}
