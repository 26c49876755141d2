/** Numbers to about standard normal, by the training's mean and deviation. */

export interface Scale {
  /** Shapes [columns]. */
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Farther from the mean than this many deviations is taken as this far. */
const farthest = 4;

/** @param numbers row-major, shape [rows, columns] */
export function scaleOf(numbers: Float32Array, columns: number): Scale {
  const rows = numbers.length / columns;
  const [sum, squares] = [new Float64Array(columns), new Float64Array(columns)];
  for (const [index, value] of numbers.entries()) {
    sum[index % columns] += value;
    squares[index % columns] += value ** 2;
  }
  const mean = sum.map((total) => total / rows);
  const deviation = squares.map(
    (total, column) => Math.sqrt(Math.max(0, total / rows - mean[column] ** 2)) || 1,
  );
  return { mean, deviation };
}

export function scaled(numbers: Float32Array, { mean, deviation }: Scale): Float32Array {
  const columns = mean.length;
  return numbers.map((value, index) => {
    const column = index % columns;
    return Math.max(-farthest, Math.min(farthest, (value - mean[column]) / deviation[column]));
  });
}
