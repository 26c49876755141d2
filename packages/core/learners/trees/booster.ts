/** One boosted model: tree after tree on the gradients of the log loss. */
import { createRandom, shuffle } from '../../random.ts';
import type { Tree } from './ensemble.ts';
import { finishedTree } from './finished-tree.ts';
import { leafValue } from './gain.ts';
import { type Ground, type GrowerRules, type GrownTree, growTree } from './grower.ts';
import { multipliedOdds, probabilityOf } from './loss.ts';
import { unitsInAll } from './packed.ts';
import { cutRanges } from './passes.ts';
import type { TreesSettings } from './settings.ts';

/** Streams of random numbers: 0 and 1 are for resampling and rounding, then two for each tree. */
const treeStreams = 2;
/** By how many places the rounding of one tree is shifted from that of the last; odd, so that all places have their turn. */
const ditherStep = 1013;

export class Booster {
  readonly #ground: Ground;
  readonly #settings: TreesSettings;
  readonly #monotone: Int8Array;
  readonly #seed: number;
  /** Rows with weight, and how many of them are in each bin where every tree is grown on all of them. */
  readonly #weighted: Int32Array;
  #counts: Int32Array | null = null;

  /**
   * Boosting starts, or goes on, from the odds and with the weights of the ground's fit.
   * @param monotone 1, 0 or -1 a feature
   */
  constructor(ground: Ground, settings: TreesSettings, monotone: Int8Array, seed: number) {
    this.#ground = ground;
    this.#settings = settings;
    this.#monotone = monotone;
    this.#seed = seed;
    const { weights, odds, probability } = ground.fit;
    const weighted = new Int32Array(weights.length);
    let count = 0;
    for (let row = 0; row < weights.length; row++) {
      weighted[count] = row;
      if (weights[row] > 0) count++;
      probability[row] = probabilityOf(odds[row]);
    }
    this.#weighted = weighted.subarray(0, count);
  }

  /** @param index of the tree, from 0: a tree's random choices depend on nothing else */
  grow(index: number): Tree {
    const rows = this.#drawRows(index);
    const units = this.#packGradients(index, rows);
    const rules: GrowerRules = {
      ...this.#settings,
      ...units,
      monotone: this.#monotone,
      asked: this.#drawFeatures(index),
    };
    const grown = growTree(this.#ground, rows, rules, this.#rootCounts(rows));
    return this.#finish(grown, rows);
  }

  /** Writes the rows that the tree is grown on. @returns how many */
  #drawRows(index: number): number {
    const { order } = this.#ground.fit;
    const { rowFraction } = this.#settings;
    if (rowFraction === 1) {
      order.set(this.#weighted);
      return this.#weighted.length;
    }
    const random = createRandom(this.#seed, treeStreams + 2 * index);
    const drawn = this.#weighted.filter(() => random.uniform() < rowFraction);
    order.set(drawn);
    return drawn.length;
  }

  /** All features, or as many as a tree may ask. */
  #drawFeatures(index: number): Int32Array {
    const width = this.#ground.binned.features.length;
    const all = Int32Array.from({ length: width }, (_, feature) => feature);
    const count = Math.max(1, Math.ceil(this.#settings.featureFraction * width));
    if (count === width) return all;
    shuffle(all, createRandom(this.#seed, treeStreams + 2 * index + 1));
    return all.slice(0, count).sort();
  }

  #packGradients(index: number, rows: number): Pick<GrowerRules, 'gradientUnit' | 'hessianUnit'> {
    const { fit, team } = this.#ground;
    const ranges = cutRanges(fit, 0, rows, 0, 0);
    team.run('magnitudes', ranges);
    let [gradient, hessian] = [0, 0];
    for (let range = 0; range < ranges; range++) {
      gradient += fit.sums[3 * range];
      hessian += fit.sums[3 * range + 1];
    }
    fit.gradientUnit[0] = gradient / unitsInAll;
    fit.hessianUnit[0] = hessian / unitsInAll;
    fit.ditherShift[0] = index * ditherStep;
    team.run('pack', ranges);
    return { gradientUnit: fit.gradientUnit[0], hessianUnit: fit.hessianUnit[0] };
  }

  /** The same for all trees where all are grown on the same rows. */
  #rootCounts(rows: number): Int32Array | null {
    if (this.#settings.rowFraction < 1) return null;
    if (this.#counts) return this.#counts;
    const { binned, fit } = this.#ground;
    const counts = new Int32Array(binned.starts[binned.features.length]);
    binned.features.forEach((_, feature) => {
      const [start, column] = [binned.starts[feature], feature * binned.rows];
      for (let index = 0; index < rows; index++) counts[start + binned.columns[column + fit.order[index]]]++;
    });
    this.#counts = counts;
    return counts;
  }

  /** Gives the leaves their values, from gradients that are not rounded, and moves the odds of every row. */
  #finish(grown: GrownTree, rows: number): Tree {
    const { binned, fit, team } = this.#ground;
    const { lambda, learningRate } = this.#settings;
    let ranges = 0;
    grown.forEach((node, at) => {
      if (node.kind === 'leaf') ranges = cutRanges(fit, node.begin, node.end, at, ranges);
    });
    team.run('leafSums', ranges);
    const sums = { gradient: new Float64Array(grown.length), hessian: new Float64Array(grown.length) };
    const covers = new Float64Array(grown.length);
    for (let range = 0; range < ranges; range++) {
      const leaf = fit.ranges[3 * range + 2];
      sums.gradient[leaf] += fit.sums[3 * range];
      sums.hessian[leaf] += fit.sums[3 * range + 1];
      covers[leaf] += fit.sums[3 * range + 2];
    }
    const values = Float64Array.from(grown, (node, at) =>
      node.kind === 'leaf'
        ? learningRate * leafValue(sums.gradient[at], sums.hessian[at], lambda, node.lower, node.upper)
        : 0,
    );
    fit.factors.set(values.map(Math.exp));
    team.run('move', ranges);
    if (rows < binned.rows) this.#moveOthers(grown, rows);
    return finishedTree(grown, binned.features, values, covers);
  }

  /** Rows that the tree was not grown on. */
  #moveOthers(grown: GrownTree, grownRows: number): void {
    const { rows, columns, order, odds, probability, factors } = this.#ground.fit;
    const grownOn = new Uint8Array(rows);
    for (let index = 0; index < grownRows; index++) grownOn[order[index]] = 1;
    for (let row = 0; row < rows; row++) {
      if (grownOn[row] === 1) continue;
      let node = 0;
      for (let at = grown[0]; at.kind === 'split'; at = grown[node]) {
        node = at.goesLeft[columns[at.split.feature * rows + row]] === 1 ? at.left : at.right;
      }
      odds[row] = multipliedOdds(odds[row], factors[node]);
      probability[row] = probabilityOf(odds[row]);
    }
  }
}
