/** What all threads of a fit see: shared memory, made once and used again by every tree and member. */
import { createRandom } from '../../random.ts';
import type { BinnedRows } from './binned-rows.ts';
import { createHistogram, type Histogram } from './histogram.ts';

export interface SharedFit {
  readonly rows: number;
  /**
   * Rows of a shard; the last one may have fewer. Passes work on shards, and a row stays in its own: mostly one thread alone
   * sees it, so that it need not travel between the caches of cores.
   */
  readonly shardRows: number;
  readonly shards: number;
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
  /** Rows that the tree is grown on, ascending; and within every shard each leaf's side by side. */
  readonly drawn: Int32Array;
  readonly order: Int32Array;
  readonly scratch: Int32Array;
  /** Where a node's rows of a shard begin and end in `order`, shape [nodes, shards], and up to three sums over them. */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
  readonly sums: Float64Array;
  /** Number of leaves of the tree, then their nodes. */
  readonly leafNodes: Int32Array;
  /** What a leaf multiplies odds with, by node. */
  readonly factors: Float64Array;
  /** Which bins stay where a leaf is parted; the feature, the leaf, the node of the rows that stay and that of the others. */
  readonly stays: Uint8Array;
  readonly parting: Int32Array;
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

/** Of `control`, that lie far enough apart to be in different lines of a cache. */
export const controlPlaces = 32;

/** A power of two. */
const ditherLength = 4096;
const ditherStream = 1;
/** With smaller shards, small leaves would be in too many pieces. */
const leastShardRows = 8192;
/** Many more than threads, so that all are busy to the end of a pass; and fewer than a ticket can count. */
const mostShards = 256;

/** @param leaves most leaves of a tree */
export function createSharedFit(
  binned: BinnedRows,
  labels: Uint8Array,
  leaves: number,
  threads: number,
  seed: number,
): SharedFit {
  const { rows, columns, places, blocks, jointSize } = binned;
  // The rows alone decide, so that sums over shards are the same for any number of threads.
  const shardRows = Math.max(leastShardRows, Math.ceil(rows / mostShards));
  const shards = Math.ceil(rows / shardRows);
  const nodes = 2 * leaves;
  const random = createRandom(seed, ditherStream);
  const fit: SharedFit = {
    rows,
    shardRows,
    shards,
    columns,
    places,
    blocks,
    labels: new Uint8Array(new SharedArrayBuffer(rows)),
    weights: new Float32Array(new SharedArrayBuffer(4 * rows)),
    odds: float64(rows),
    probability: float64(rows),
    packed: float64(rows),
    dither: float64(ditherLength),
    drawn: int32(rows),
    order: int32(rows),
    scratch: int32(rows),
    begins: int32(nodes * shards),
    ends: int32(nodes * shards),
    sums: float64(3 * nodes * shards),
    leafNodes: int32(1 + leaves),
    factors: float64(nodes),
    stays: new Uint8Array(new SharedArrayBuffer(256)),
    parting: int32(4),
    gradientUnit: float64(1),
    hessianUnit: float64(1),
    ditherShift: int32(1),
    joints: Array.from({ length: threads }, () => createHistogram(jointSize)),
    jointRuns: int32(threads),
    control: int32((2 + threads) * controlPlaces),
  };
  fit.labels.set(labels);
  fit.dither.set(Float64Array.from({ length: ditherLength }, random.uniform));
  return fit;
}

/** Makes `drawn`'s first `count` rows those of the root. */
export function boundRoot({ drawn, begins, ends, shards, shardRows }: SharedFit, count: number): void {
  let index = 0;
  for (let shard = 0; shard < shards; shard++) {
    begins[shard] = index;
    while (index < count && drawn[index] < (shard + 1) * shardRows) index++;
    ends[shard] = index;
  }
}

/** The three sums over a node's rows, always in the same order. */
export function nodeSums({ sums, shards }: SharedFit, node: number): readonly [number, number, number] {
  const total: [number, number, number] = [0, 0, 0];
  for (let shard = 0; shard < shards; shard++) {
    const at = 3 * (node * shards + shard);
    for (let sum = 0; sum < 3; sum++) total[sum] += sums[at + sum];
  }
  return total;
}

function float64(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * length));
}

function int32(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * length));
}
