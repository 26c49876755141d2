/** A table with two classes, made by the algorithm of scikit-learn's `make_classification`. */
import { createRandom, type Random, shuffle } from '../../random.ts';

export interface Classification {
  readonly samples: number;
  readonly features: number;
  /** Row-major, shape [samples, features]. */
  readonly values: Float32Array;
  /** 0 or 1, shape [samples]. */
  readonly labels: Uint8Array;
}

export interface ClassificationOptions {
  readonly samples: number;
  readonly features: number;
  /** Features that tell the classes apart. */
  readonly informative: number;
  /** Features that are sums of the informative ones; what remains is noise. */
  readonly redundant: number;
  readonly clustersPerClass: number;
  /** Half the edge of the hypercube on whose corners the clusters lie. */
  readonly separation: number;
  /** Share of the labels that are drawn anew. */
  readonly flipped: number;
  readonly seed: number;
}

/** scikit-learn's own defaults, and the size of this example. */
export const exampleOptions: ClassificationOptions = {
  samples: 100,
  features: 10,
  informative: 2,
  redundant: 2,
  clustersPerClass: 2,
  separation: 1,
  flipped: 0.01,
  seed: 3,
};

/**
 * The algorithm by which Guyon (2003, "Design of experiments for the NIPS 2003 variable selection benchmark") made
 * Madelon, with the names and defaults of scikit-learn. The steps are the same, the random numbers are not: no seed gives
 * the same table as there.
 */
export function makeClassification(options: ClassificationOptions): Classification {
  const { samples, features, informative, redundant, clustersPerClass, separation, flipped } = options;
  const random = createRandom(options.seed);
  const clusters = 2 * clustersPerClass;
  const corners = cornersOf(informative, clusters, random);
  // Each cluster is stretched and turned by a matrix of its own, so that features go together differently in each.
  const stretches = corners.map(() => uniformMatrix(informative, informative, random));
  const mix = uniformMatrix(informative, redundant, random);

  const rows = Array.from({ length: samples }, (_, sample) => {
    const cluster = sample % clusters;
    const around = Array.from({ length: informative }, random.normal);
    const own = timesMatrix(around, stretches[cluster]).map(
      (value, axis) => value + separation * corners[cluster][axis],
    );
    const noise = Array.from({ length: features - informative - redundant }, random.normal);
    const label = random.uniform() < flipped ? random.below(2) : cluster % 2;
    return { values: [...own, ...timesMatrix(own, mix), ...noise], label };
  });

  const [rowOrder, featureOrder] = [samples, features].map((length) => shuffled(length, random));
  return {
    samples,
    features,
    values: Float32Array.from(
      [...rowOrder].flatMap((row) => [...featureOrder].map((f) => rows[row].values[f])),
    ),
    labels: Uint8Array.from(rowOrder, (row) => rows[row].label),
  };
}

/** Different corners of the hypercube with edges from −1 to 1. */
function cornersOf(axes: number, count: number, random: Random): readonly (readonly number[])[] {
  if (count > 2 ** axes)
    throw new RangeError(`${count} clusters need more than ${axes} informative features.`);
  return [...shuffled(2 ** axes, random)]
    .slice(0, count)
    .map((corner) => Array.from({ length: axes }, (_, axis) => (Math.floor(corner / 2 ** axis) % 2) * 2 - 1));
}

type Matrix = readonly (readonly number[])[];

/** Uniform in [−1, 1). */
function uniformMatrix(rows: number, columns: number, random: Random): Matrix {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => 2 * random.uniform() - 1));
}

function timesMatrix(row: readonly number[], matrix: Matrix): number[] {
  return matrix[0].map((_, column) =>
    row.reduce((sum, value, axis) => sum + value * matrix[axis][column], 0),
  );
}

function shuffled(length: number, random: Random): Int32Array {
  const order = Int32Array.from({ length }, (_, index) => index);
  shuffle(order, random);
  return order;
}
