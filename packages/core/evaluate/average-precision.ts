/** Average precision (area under the precision-recall steps) with a bootstrap interval. */
import { createRandom } from '../random.ts';
import type { Estimate } from '../registry/card.ts';
import { type Difference, differenceOf } from './auroc.ts';

const resamples = 1000;
/** A standard error needs fewer than an interval's ends: it is known to about 7 % then. */
const resamplesOfDifference = 100;

/**
 * Average precision Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores, without interpolation; 95 % percentile interval over
 * 1,000 resamples of the rows.
 *
 * @param labels 0 or 1, shape [rows]; at least one 1
 * @param scores higher means more likely 1, shape [rows]
 */
export function averagePrecision(labels: Uint8Array, scores: Float64Array, seed: number): Estimate {
  const { sortedLabels, stepEnds } = fallingOrder(labels, scores);
  const value = weighted(sortedLabels, stepEnds, new Int32Array(labels.length).fill(1));
  const random = createRandom(seed);
  const replicates = new Float64Array(resamples);
  const counts = new Int32Array(labels.length);
  for (let replicate = 0; replicate < resamples; replicate++) {
    counts.fill(0);
    for (let draw = 0; draw < counts.length; draw++) counts[random.below(counts.length)]++;
    replicates[replicate] = weighted(sortedLabels, stepEnds, counts);
  }
  replicates.sort();
  return {
    value,
    lower: replicates[Math.floor(0.025 * (resamples - 1))],
    upper: replicates[Math.ceil(0.975 * (resamples - 1))],
  };
}

/** The same without an interval; @param labels 0 or 1, @param scores, shapes [rows]; 0 without an event */
export function averagePrecisionValue(labels: Uint8Array, scores: Float64Array): number {
  const { sortedLabels, stepEnds } = fallingOrder(labels, scores);
  return weighted(sortedLabels, stepEnds, new Int32Array(labels.length).fill(1));
}

/**
 * The average precision of `a` minus that of `b`, its standard error that of the paired differences over 100 resamples of the
 * rows (Efron 1979).
 *
 * @param labels 0 or 1, shape [rows]; at least one 1 @param a @param b scores of the same rows
 */
export function compareAveragePrecision(
  labels: Uint8Array,
  a: Float64Array,
  b: Float64Array,
  seed: number,
): Difference {
  const [first, second] = [fallingOrder(labels, a), fallingOrder(labels, b)];
  const random = createRandom(seed);
  const counts = new Int32Array(labels.length);
  const of = ({ order, sortedLabels, stepEnds }: FallingOrder) =>
    weighted(
      sortedLabels,
      stepEnds,
      order.map((row) => counts[row]),
    );
  const differences = Array.from({ length: resamplesOfDifference }, () => {
    counts.fill(0);
    for (let draw = 0; draw < counts.length; draw++) counts[random.below(counts.length)]++;
    return of(first) - of(second);
  });
  const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
  const squares = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  counts.fill(1);
  return differenceOf(of(first) - of(second), Math.sqrt(squares / (differences.length - 1)));
}

type FallingOrder = ReturnType<typeof fallingOrder>;

function fallingOrder(labels: Uint8Array, scores: Float64Array) {
  const order = Int32Array.from(labels, (_, row) => row).sort((a, b) => scores[b] - scores[a]);
  return {
    order,
    sortedLabels: Uint8Array.from(order, (row) => labels[row]),
    /** True where the next score is lower, so that a threshold can lie between. */
    stepEnds: Uint8Array.from(order, (row, place) => (scores[order[place + 1]] === scores[row] ? 0 : 1)),
  };
}

/** Average precision of rows in falling order of score, each counted `counts` times; 0 where no event is counted. */
function weighted(labels: Uint8Array, stepEnds: Uint8Array, counts: Int32Array): number {
  let [seen, events, eventsAtStep, sum] = [0, 0, 0, 0];
  for (let place = 0; place < labels.length; place++) {
    seen += counts[place];
    if (labels[place] === 1) {
      events += counts[place];
      eventsAtStep += counts[place];
    }
    if (stepEnds[place] === 1 && eventsAtStep > 0) {
      sum += (eventsAtStep * events) / seen;
      eventsAtStep = 0;
    }
  }
  return events === 0 ? 0 : sum / events;
}
