/** One boosted model: tree after tree on the gradients of the log loss. */
import { createRandom, shuffle } from '../../random.ts';
import type { BinnedRows } from './binned-rows.ts';
import type { Tree } from './ensemble.ts';
import { finishedTree } from './finished-tree.ts';
import { leafValue } from './gain.ts';
import {
  createHistogramStore,
  type GrowerRules,
  type GrownTree,
  growTree,
  type HistogramStore,
  type Sample,
} from './grower.ts';
import { leafSums, multipliedOdds, packGradients, unitsOf } from './loss.ts';
import type { TreesSettings } from './settings.ts';

export interface BoosterData {
  readonly binned: BinnedRows;
  readonly labels: Uint8Array;
  /** How much each row counts in training; 0: not at all. */
  readonly weights: Float32Array;
  /** 1, 0 or -1 a feature. */
  readonly monotone: Int8Array;
}

const ditherSize = 4096;
/** Streams of random numbers: one for rounding, two for each tree. */
const ditherStream = 1;
const treeStreams = 2;

export class Booster {
  /** Odds of every row, of those without weight too; shape [rows]. */
  readonly odds: Float64Array;
  readonly #data: BoosterData;
  readonly #settings: TreesSettings;
  readonly #seed: number;
  readonly #packed: Float64Array;
  readonly #dither: Float64Array;
  readonly #scratch: Int32Array;
  readonly #store: HistogramStore;

  /** @param odds where boosting starts, or goes on */
  constructor(data: BoosterData, settings: TreesSettings, seed: number, odds: Float64Array) {
    this.#data = data;
    this.#settings = settings;
    this.#seed = seed;
    this.odds = odds;
    this.#packed = new Float64Array(data.binned.rows);
    this.#scratch = new Int32Array(data.binned.rows);
    const random = createRandom(seed, ditherStream);
    this.#dither = Float64Array.from({ length: ditherSize }, random.uniform);
    this.#store = createHistogramStore(data.binned.starts[data.binned.features.length]);
  }

  /** @param index of the tree, from 0: a tree's random choices depend on nothing else */
  grow(index: number): Tree {
    const { binned, labels, weights, monotone } = this.#data;
    const settings = this.#settings;
    const sample = this.#sampleOf(index);
    const units = unitsOf(this.odds, labels, weights, sample.order);
    const shift = index * 1013;
    packGradients(this.#packed, this.odds, labels, weights, sample.order, units, this.#dither, shift);
    const rules: GrowerRules = { ...settings, ...units, monotone, asked: this.#askedBy(index) };
    const grown = growTree(binned, this.#packed, sample, rules, this.#store);
    return this.#finish(grown, sample);
  }

  /** Gives the leaves their values, from gradients that are not rounded, and moves the odds of every row. */
  #finish(grown: GrownTree, { order }: Sample): Tree {
    const { binned, labels, weights } = this.#data;
    const { lambda, learningRate } = this.#settings;
    const values = new Float64Array(grown.length);
    const covers = new Float64Array(grown.length);
    grown.forEach((leaf, node) => {
      if (leaf.kind !== 'leaf') return;
      const sums = leafSums(this.odds, labels, weights, order, leaf.begin, leaf.end);
      values[node] = learningRate * leafValue(sums.gradient, sums.hessian, lambda, leaf.lower, leaf.upper);
      covers[node] = sums.weight;
    });
    const factors = values.map(Math.exp);
    grown.forEach((leaf, node) => {
      if (leaf.kind !== 'leaf') return;
      for (let place = leaf.begin; place < leaf.end; place++) {
        this.odds[order[place]] = multipliedOdds(this.odds[order[place]], factors[node]);
      }
    });
    this.#moveOthers(grown, order, factors);
    return finishedTree(grown, binned.features, values, covers);
  }

  /** Rows the tree was not grown on. */
  #moveOthers(grown: GrownTree, order: Int32Array, factors: Float64Array): void {
    const { rows, columns } = this.#data.binned;
    if (order.length === rows) return;
    const grownOn = new Uint8Array(rows);
    for (const row of order) grownOn[row] = 1;
    for (let row = 0; row < rows; row++) {
      if (grownOn[row] === 1) continue;
      let node = 0;
      for (let at = grown[0]; at.kind === 'split'; at = grown[node]) {
        node = at.goesLeft[columns[at.split.feature * rows + row]] === 1 ? at.left : at.right;
      }
      this.odds[row] = multipliedOdds(this.odds[row], factors[node]);
    }
  }

  #sampleOf(index: number): Sample {
    const { weights } = this.#data;
    const { rowFraction } = this.#settings;
    const random = createRandom(this.#seed, treeStreams + 2 * index);
    const order = new Int32Array(weights.length);
    let count = 0;
    for (let row = 0; row < weights.length; row++) {
      if (weights[row] === 0 || (rowFraction < 1 && random.uniform() >= rowFraction)) continue;
      order[count] = row;
      count++;
    }
    return { order: order.subarray(0, count), scratch: this.#scratch };
  }

  #askedBy(index: number): Int32Array {
    const width = this.#data.binned.features.length;
    const all = Int32Array.from({ length: width }, (_, feature) => feature);
    const count = Math.max(1, Math.ceil(this.#settings.featureFraction * width));
    if (count === width) return all;
    shuffle(all, createRandom(this.#seed, treeStreams + 2 * index + 1));
    return all.slice(0, count).sort();
  }
}
