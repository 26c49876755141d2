/** One boosted model: tree after tree on the gradients of the log loss. */
import { createRandom, shuffle } from '../../random.ts';
import type { Tree } from './ensemble.ts';
import { finishedTree } from './finished-tree.ts';
import { leafValue } from './gain.ts';
import { type Ground, type GrowerRules, type GrownTree, growTree } from './grower.ts';
import { multipliedOdds, probabilityOf } from './loss.ts';
import { unitsInAll } from './packed.ts';
import type { TreesSettings } from './settings.ts';
import { boundRoot, nodeSums } from './shared-fit.ts';

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
    this.#setRows(this.#weighted);
  }

  /** @param index of the tree, from 0: a tree's random choices depend on nothing else */
  grow(index: number): Tree {
    const rows = this.#drawRows(index);
    const units = this.#setUnits(index, rows);
    const rules: GrowerRules = {
      ...this.#settings,
      ...units,
      monotone: this.#monotone,
      asked: this.#drawFeatures(index),
    };
    const grown = growTree(this.#ground, rows, rules, this.#rootCounts(rows));
    return this.#finish(grown, rows);
  }

  /** Writes the rows that the tree is grown on, where they are not always the same. @returns how many */
  #drawRows(index: number): number {
    const { rowFraction } = this.#settings;
    if (rowFraction === 1) return this.#weighted.length;
    const random = createRandom(this.#seed, treeStreams + 2 * index);
    const drawn = this.#weighted.filter(() => random.uniform() < rowFraction);
    this.#setRows(drawn);
    return drawn.length;
  }

  #setRows(rows: Int32Array): void {
    this.#ground.fit.drawn.set(rows);
    boundRoot(this.#ground.fit, rows.length);
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

  /** What units of the packed sums are to be worth. */
  #setUnits(index: number, rows: number): Pick<GrowerRules, 'gradientUnit' | 'hessianUnit'> {
    const { fit, team } = this.#ground;
    team.run('magnitudes', rows);
    const [gradient, hessian] = nodeSums(fit, 0);
    fit.gradientUnit[0] = gradient / unitsInAll;
    fit.hessianUnit[0] = hessian / unitsInAll;
    fit.ditherShift[0] = index * ditherStep;
    return { gradientUnit: fit.gradientUnit[0], hessianUnit: fit.hessianUnit[0] };
  }

  /** Mean log loss of the rows with weight. */
  loss(): number {
    const { fit, team } = this.#ground;
    team.run('loss', fit.rows);
    const [loss, weights] = nodeSums(fit, 0);
    return loss / weights;
  }

  /** The same for all trees where all are grown on the same rows. */
  #rootCounts(rows: number): Int32Array | null {
    if (this.#settings.rowFraction < 1) return null;
    if (this.#counts) return this.#counts;
    const { binned, fit } = this.#ground;
    const counts = new Int32Array(binned.starts[binned.features.length]);
    binned.features.forEach((_, feature) => {
      const [start, column] = [binned.starts[feature], feature * binned.rows];
      for (let index = 0; index < rows; index++) counts[start + binned.columns[column + fit.drawn[index]]]++;
    });
    this.#counts = counts;
    return counts;
  }

  /** Gives the leaves their values, from gradients that are not rounded, and moves the odds of every row. */
  #finish(grown: GrownTree, rows: number): Tree {
    const { binned, fit, team } = this.#ground;
    const { lambda, learningRate } = this.#settings;
    const leafNodes = [...grown.keys()].filter((node) => grown[node].kind === 'leaf');
    fit.leafNodes.set([leafNodes.length, ...leafNodes]);
    team.run('leafSums', rows);
    const sums = { gradient: new Float64Array(grown.length), hessian: new Float64Array(grown.length) };
    const covers = new Float64Array(grown.length);
    for (const node of leafNodes)
      [sums.gradient[node], sums.hessian[node], covers[node]] = nodeSums(fit, node);
    const values = Float64Array.from(grown, (node, at) =>
      node.kind === 'leaf'
        ? learningRate * leafValue(sums.gradient[at], sums.hessian[at], lambda, node.lower, node.upper)
        : 0,
    );
    fit.factors.set(values.map(Math.exp));
    team.run('move', rows);
    if (rows < binned.rows) this.#moveOthers(grown, rows);
    return finishedTree(grown, binned.features, values, covers);
  }

  /** Rows that the tree was not grown on. */
  #moveOthers(grown: GrownTree, grownRows: number): void {
    const { rows, columns, drawn, odds, probability, factors } = this.#ground.fit;
    const grownOn = new Uint8Array(rows);
    for (let index = 0; index < grownRows; index++) grownOn[drawn[index]] = 1;
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
