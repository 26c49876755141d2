/** What all threads of a fit see: shared memory, made once and used again by every tree and member. */
import { createRandom } from '../../random.ts';
import type { BinnedRows } from './binned-rows.ts';
import { createHistogram, type Histogram } from './histogram.ts';

export interface SharedFit {
  readonly rows: number;
  /** See BinnedRows. */
  readonly columns: Uint8Array;
  readonly places: Uint16Array | Uint32Array;
  readonly blocks: number;
  /** 0 or 1, shape [rows]. */
  readonly labels: Uint8Array;
  /** How much each row counts in training; 0: not at all. Shape [rows]. */
  readonly weights: Float32Array;
  /** Odds of every row and their probability, shape [rows]. */
  readonly odds: Float64Array;
  readonly probability: Float64Array;
  /** Gradient and hessian of the rows that the tree is grown on, shape [rows]. */
  readonly packed: Float64Array;
  /** Uniform in [0, 1), for rounding. */
  readonly dither: Float64Array;
  /** Rows that the tree is grown on, each leaf's side by side. */
  readonly order: Int32Array;
  readonly scratch: Int32Array;
  /** Ranges of `order` that a pass works on, begin, end and leaf of each, and up to three sums that it finds in each. */
  readonly ranges: Int32Array;
  readonly sums: Float64Array;
  /** What the leaves multiply odds with. */
  readonly factors: Float64Array;
  /** Which bins of which feature stay where a leaf is parted. */
  readonly stays: Uint8Array;
  readonly asked: Int32Array;
  /** Worth of a unit of gradient and hessian, and by how many places the rounding is shifted. */
  readonly gradientUnit: Float64Array;
  readonly hessianUnit: Float64Array;
  readonly ditherShift: Int32Array;
  /** A joint histogram for each thread, and the run in which it was last summed. */
  readonly joints: readonly Histogram[];
  readonly jointRuns: Int32Array;
  /** See team.ts. */
  readonly control: Int32Array;
}

/** A power of two. */
const ditherLength = 4096;
const ditherStream = 1;
/** A range is worth waking a thread for. */
const leastRangeRows = 8192;
/** Keeps the number of ranges below what a ticket can count. */
const mostRanges = 2000;

/** Depends on the rows alone, so that sums over ranges are the same for any number of threads. */
export function rangeRows(rows: number): number {
  return Math.max(leastRangeRows, Math.ceil(rows / mostRanges));
}

/** See team.ts. */
const controlLength = 8;

/** @param leaves most leaves of a tree */
export function createSharedFit(
  binned: BinnedRows,
  labels: Uint8Array,
  leaves: number,
  threads: number,
  seed: number,
): SharedFit {
  const { rows, columns, places, blocks, jointSize } = binned;
  const ranges = Math.ceil(rows / rangeRows(rows)) + leaves;
  const random = createRandom(seed, ditherStream);
  const fit: SharedFit = {
    rows,
    columns,
    places,
    blocks,
    labels: new Uint8Array(new SharedArrayBuffer(rows)),
    weights: new Float32Array(new SharedArrayBuffer(4 * rows)),
    odds: float64(rows),
    probability: float64(rows),
    packed: float64(rows),
    dither: float64(ditherLength),
    order: int32(rows),
    scratch: int32(rows),
    ranges: int32(3 * ranges),
    sums: float64(3 * ranges),
    factors: float64(2 * leaves),
    stays: new Uint8Array(new SharedArrayBuffer(256)),
    asked: int32(1),
    gradientUnit: float64(1),
    hessianUnit: float64(1),
    ditherShift: int32(1),
    joints: Array.from({ length: threads }, () => createHistogram(jointSize)),
    jointRuns: int32(threads),
    control: int32(controlLength),
  };
  fit.labels.set(labels);
  fit.dither.set(Float64Array.from({ length: ditherLength }, random.uniform));
  return fit;
}

function float64(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * length));
}

function int32(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * length));
}
