/** Area under the ROC curve with DeLong's variance, and the paired comparison of two classifiers. */
import type { Estimate } from '../registry/card.ts';
import { twoSidedP, z95 } from './normal.ts';

/**
 * AUROC with its 95 % interval (DeLong 1988, by the mid-ranks of Sun and Xu 2014), clipped to [0, 1].
 *
 * @param labels 0 or 1, shape [rows]; both must occur
 * @param scores higher means more likely 1, shape [rows]
 */
export function auroc(labels: Uint8Array, scores: Float64Array): Estimate {
  const { area, byEvent, byOther } = placements(labels, scores);
  const error = Math.sqrt(
    covariance(byEvent, byEvent) / byEvent.length + covariance(byOther, byOther) / byOther.length,
  );
  return { value: area, lower: Math.max(0, area - z95 * error), upper: Math.min(1, area + z95 * error) };
}

/** More rows would take longer to sort than some learners take for an epoch. */
const mostRowsOfCurve = 5000;

/**
 * AUROC alone, to follow a fit by: of at most 5,000 rows, evenly spaced.
 *
 * @returns null where one class is missing
 */
export function areaOf(labels: Uint8Array, scores: Float64Array): number | null {
  const step = Math.max(1, labels.length / mostRowsOfCurve);
  const rows = Int32Array.from({ length: Math.floor(labels.length / step) }, (_, index) =>
    Math.floor(index * step),
  );
  const events = rows.filter((row) => labels[row] === 1);
  if (events.length === 0 || events.length === rows.length) return null;
  const ranks = midRanks(scores, rows);
  const sum = events.reduce((total, row) => total + ranks[row], 0);
  // Mann and Whitney: the ranks of the events less those that they would have among themselves.
  return (sum / events.length - (events.length + 1) / 2) / (rows.length - events.length);
}

/** How much two classifiers differ on the same rows: the 95 % interval of the difference, and its two-sided p. */
export interface Difference {
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

/**
 * AUROC of `a` minus that of `b` on the same rows, with the interval and the p of DeLong's paired test; where rows go
 * together, of Obuchowski's (Biometrics 53:567, 1997), which is the same where each row is a group of its own.
 *
 * @param groups the same code for rows that go together, shape [rows]; null: each row stands for itself
 */
export function compareAuroc(
  labels: Uint8Array,
  a: Float64Array,
  b: Float64Array,
  groups: Int32Array | null = null,
): Difference {
  const first = placements(labels, a);
  const second = placements(labels, b);
  const difference = first.area - second.area;
  const { events, others } = first;
  const deviations = (rows: Int32Array, side: 'byEvent' | 'byOther') =>
    sumsByGroup(rows, groups, (place) => first[side][place] - second[side][place] - difference);
  const [ofEvents, ofOthers] = [deviations(events, 'byEvent'), deviations(others, 'byOther')];
  const all = new Set([...ofEvents.keys(), ...ofOthers.keys()]).size;
  let both = 0;
  for (const [group, sum] of ofEvents) both += sum * (ofOthers.get(group) ?? 0);
  const variance =
    spread(ofEvents) / events.length ** 2 +
    spread(ofOthers) / others.length ** 2 +
    ((2 * all) / (all - 1)) * (both / (events.length * others.length));
  // Rounding can leave a variance just below 0 where both rank alike.
  return differenceOf(difference, variance > 1e-15 ? Math.sqrt(variance) : 0);
}

/**
 * Sums of what each group's rows deviate from a mean by, by group.
 *
 * @param groups null: each row is a group of its own
 */
export function sumsByGroup(
  rows: Int32Array,
  groups: Int32Array | null,
  deviation: (place: number) => number,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  rows.forEach((row, place) => {
    const group = groups === null ? row : groups[row];
    sums.set(group, (sums.get(group) ?? 0) + deviation(place));
  });
  return sums;
}

/** The estimated variance of the total of such sums, as groups were drawn by chance; NaN of a single group. */
export function spread(sums: ReadonlyMap<number, number>): number {
  let squares = 0;
  for (const sum of sums.values()) squares += sum ** 2;
  return (squares * sums.size) / (sums.size - 1);
}

/** @param error standard error of the difference; 0 where nothing varies, which tells nothing apart */
export function differenceOf(difference: number, error: number): Difference {
  const half = z95 * error;
  const p = error > 0 ? twoSidedP(difference / error) : 1;
  return { difference, lower: difference - half, upper: difference + half, p };
}

interface Placements {
  readonly area: number;
  /** Indices of rows. */
  readonly events: Int32Array;
  readonly others: Int32Array;
  /** For each event, the share of non-events ranked below it (ties half). */
  readonly byEvent: Float64Array;
  /** For each non-event, the share of events ranked above it. */
  readonly byOther: Float64Array;
}

function placements(labels: Uint8Array, scores: Float64Array): Placements {
  const indices = Int32Array.from(labels, (_, row) => row);
  const events = indices.filter((row) => labels[row] === 1);
  const others = indices.filter((row) => labels[row] === 0);
  const all = midRanks(scores, indices);
  const within = { events: midRanks(scores, events), others: midRanks(scores, others) };
  // A row's rank among all less its rank among its own kind counts the other kind below it.
  const byEvent = Float64Array.from(events, (row) => (all[row] - within.events[row]) / others.length);
  const byOther = Float64Array.from(others, (row) => 1 - (all[row] - within.others[row]) / events.length);
  return { area: mean(byEvent), events, others, byEvent, byOther };
}

/** Ranks from 1 among `members`, ties sharing their mean rank; indexed by row. */
function midRanks(scores: Float64Array, members: Int32Array): Float64Array {
  const order = Int32Array.from(members).sort((a, b) => scores[a] - scores[b]);
  const ranks = new Float64Array(scores.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && scores[order[end]] === scores[order[start]]) end++;
    for (let place = start; place < end; place++) ranks[order[place]] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample covariance of two equally long series. */
function covariance(x: Float64Array, y: Float64Array): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  const sum = x.reduce((total, value, index) => total + (value - meanX) * (y[index] - meanY), 0);
  return sum / (x.length - 1);
}
