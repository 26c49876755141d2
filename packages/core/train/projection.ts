/** The two leading components of the training rows of a fold (principal component analysis), and where its rows lie in them. */
import { wilson } from '../evaluate/calibration-bins.ts';
import { covarianceOf } from '../familiarity/covariance.ts';
import { preparedRow, rawRow } from '../familiarity/prepared-row.ts';
import { fitPreparation, type PreparedColumn } from '../prepare/preparation.ts';
import { createRandom, type Random, shuffle } from '../random.ts';
import { mostPointsOfPart, type Projection } from '../registry/projection-file.ts';
import { symmetricEigen } from '../symmetric-eigen.ts';
import type { FeatureDefinition, LabelledMatrix } from '../table/matrix.ts';
import type { Split } from '../table/splits.ts';
import { quantile } from '../table/summary.ts';

/** So many rows say where the others lie; more would only take longer. */
const mostRows = 20_000;
/** The time grows with the cube of the columns. */
const mostColumns = 200;
/** Of the training rows, how many the region holds. */
const holds = 0.95;
/** Features that are told of a component. */
const mostNamed = 5;
/** Less variance than this share of the whole is rounding. */
const leastVariance = 1e-9;

const stream = 0x50_43_41;

interface Plane {
  readonly columns: readonly PreparedColumn[];
  /** Of all components, from the largest; shape [columns]. */
  readonly variances: Float64Array;
  /** The first and the second component, each of shape [columns]. */
  readonly directions: readonly [Float64Array, Float64Array];
}

/**
 * All is fitted on training rows. What is told of single rows are at most 300 points of each part, drawn by chance and rounded
 * to hundredths of a unit: a number's standard deviation is 1.
 *
 * @param fold by which the split is called, from 1
 * @returns null where the rows vary in fewer than two directions, or in more than 200 columns
 */
export function fitProjection(
  data: LabelledMatrix,
  { train, test }: Split,
  fold: number,
  seed: number,
): Projection | null {
  const random = createRandom(seed, stream);
  const trainRows = drawn(train, random);
  const testRows = drawn(test, random);
  const plane = fitPlane(data, trainRows);
  if (plane === null || testRows.length === 0) return null;
  const [trainPlaces, testPlaces] = [trainRows, testRows].map((rows) => placesOf(data, rows, plane));
  const { variances } = plane;
  const squaredDistance = ([first, second]: Place) => first ** 2 / variances[0] + second ** 2 / variances[1];
  const edge = quantile(Float64Array.from(trainPlaces, squaredDistance).sort(), holds);
  const inside = testPlaces.filter((place) => squaredDistance(place) <= edge).length;
  const total = variances.reduce((sum, value) => sum + value, 0);
  const points = (part: 'train' | 'test', rows: Int32Array, places: readonly Place[]) =>
    places.slice(0, mostPointsOfPart).map(([first, second], at) => ({
      part,
      label: data.labels[rows[at]] === 1 ? (1 as const) : (0 as const),
      first: hundredths(first),
      second: hundredths(second),
    }));
  return {
    fold,
    components: [
      { variance: variances[0] / total, features: leading(data.features, plane, 0) },
      { variance: variances[1] / total, features: leading(data.features, plane, 1) },
    ],
    region: {
      holds,
      first: hundredths(Math.sqrt(edge * variances[0])),
      second: hundredths(Math.sqrt(edge * variances[1])),
    },
    inside: { value: inside / testPlaces.length, ...wilson(inside, testPlaces.length) },
    rows: { train: trainRows.length, test: testRows.length },
    points: [...points('train', trainRows, trainPlaces), ...points('test', testRows, testPlaces)],
  };
}

/** Some of the rows, in an order by chance. */
function drawn(rows: Int32Array, random: Random): Int32Array {
  const order = rows.slice();
  shuffle(order, random);
  return order.slice(0, mostRows);
}

function fitPlane(data: LabelledMatrix, rows: Int32Array): Plane | null {
  const { columns } = fitPreparation(data, rows);
  const width = columns.length;
  if (width < 2 || width > mostColumns) return null;
  // Prepared columns are centred on the rows that they are fitted on.
  const prepared = Array.from(rows, (row) => preparedRow(columns, rawRow(data, row)));
  const { values, vectors } = symmetricEigen(covarianceOf(prepared, width), width);
  if (values[1] <= leastVariance * values[0]) return null;
  return {
    columns,
    variances: values,
    directions: [vectors.slice(0, width), vectors.slice(width, 2 * width)],
  };
}

type Place = readonly [first: number, second: number];

function placesOf(data: LabelledMatrix, rows: Int32Array, { columns, directions }: Plane): Place[] {
  return Array.from(rows, (row): Place => {
    const prepared = preparedRow(columns, rawRow(data, row));
    const along = (direction: Float64Array) =>
      prepared.reduce((sum, value, column) => sum + value * direction[column], 0);
    return [along(directions[0]), along(directions[1])];
  });
}

/** A component has length 1: the squares of its entries are shares of it. */
function leading(
  features: readonly FeatureDefinition[],
  { columns, directions }: Plane,
  component: 0 | 1,
): Projection['components'][number]['features'] {
  const direction = directions[component];
  const weights = new Float64Array(features.length);
  const ofValue = new Float64Array(features.length);
  columns.forEach(({ feature, part }, column) => {
    weights[feature] += direction[column] ** 2;
    if (part === 'value') ofValue[feature] = direction[column];
  });
  return [...weights.keys()]
    .sort((a, b) => weights[b] - weights[a])
    .filter((feature) => weights[feature] > 0)
    .slice(0, mostNamed)
    .map((feature) => ({
      name: features[feature].name,
      weight: weights[feature],
      direction: directionOf(ofValue[feature], weights[feature]),
    }));
}

/** null also where whether a value is missing counts for more than the value. */
function directionOf(ofValue: number, weight: number): 1 | -1 | null {
  if (2 * ofValue ** 2 < weight) return null;
  return ofValue > 0 ? 1 : -1;
}

/** Adding 0 makes -0 a 0. */
const hundredths = (value: number): number => Math.round(value * 100) / 100 + 0;
