/** For tests: boosted trees and rows made of chance, on which every kind of split and value is common. */
import type { Tree, TreeEnsemble } from '../../learners/trees/ensemble.ts';
import type { Random } from '../../random.ts';

export interface RandomTrees {
  readonly trees: number;
  /** At most; a tree of one leaf is rare. */
  readonly leaves: number;
  /** Features that are numbers; the categories follow them. */
  readonly numbers: number;
  /** How many levels each category has. */
  readonly levels: readonly number[];
  readonly base?: number;
  readonly scale?: number;
}

/** Numbers of rows and thresholds alike, so that rows often lie on a threshold; 0.1 is not exact in float32. */
const grid = Array.from({ length: 9 }, (_, step) => Math.fround((step - 4) / 10));

export function randomEnsemble(shape: RandomTrees, random: Random): TreeEnsemble {
  return {
    features: shape.numbers + shape.levels.length,
    base: shape.base ?? -1.25,
    scale: shape.scale ?? 1,
    trees: Array.from({ length: shape.trees }, () => randomTree(shape, random)),
  };
}

/** Splits a leaf chosen by chance until there are enough; covers of children add up to their parent's. */
function randomTree({ leaves, numbers, levels }: RandomTrees, random: Random): Tree {
  const wanted = random.uniform() < 0.05 ? 1 : leaves;
  const nodes = 2 * wanted - 1;
  const members: (Int32Array | null)[] = Array.from({ length: nodes }, () => null);
  const tree = {
    feature: new Int32Array(nodes).fill(-1),
    threshold: new Float32Array(nodes).fill(Number.NaN),
    members,
    missingLeft: new Uint8Array(nodes),
    left: new Int32Array(nodes).fill(-1),
    right: new Int32Array(nodes).fill(-1),
    value: Float64Array.from({ length: nodes }, () => random.normal() / 10),
    cover: new Float64Array(nodes),
  };
  tree.cover[0] = 1000 + random.below(1000) + 0.5;
  for (let used = 1; used < nodes; used += 2) {
    const open = Array.from({ length: used }, (_, node) => node).filter((node) => tree.feature[node] < 0);
    const node = open[random.below(open.length)];
    const feature = random.below(numbers + levels.length);
    tree.feature[node] = feature;
    tree.missingLeft[node] = random.below(2);
    tree.value[node] = 0;
    tree.left[node] = used;
    tree.right[node] = used + 1;
    const share = 0.1 + 0.8 * random.uniform();
    tree.cover[used] = tree.cover[node] * share;
    tree.cover[used + 1] = tree.cover[node] - tree.cover[used];
    if (feature < numbers) tree.threshold[node] = grid[random.below(grid.length)];
    else members[node] = randomSet(levels[feature - numbers], random);
  }
  return tree;
}

function randomSet(levels: number, random: Random): Int32Array {
  const positions = Int32Array.from({ length: levels }, (_, position) => position);
  return positions.filter(() => random.uniform() < 0.5);
}

/** Row-major; every kind of number, missing values and unseen categories among them. */
export function randomRows(
  { numbers, levels }: Pick<RandomTrees, 'numbers' | 'levels'>,
  rows: number,
  random: Random,
): Float32Array {
  const width = numbers + levels.length;
  return Float32Array.from({ length: rows * width }, (_, at) => {
    const feature = at % width;
    if (random.uniform() < 0.2) return Number.NaN;
    if (feature >= numbers) return random.below(levels[feature - numbers] + 1);
    if (random.uniform() < 0.05) return random.uniform() < 0.5 ? -Infinity : Infinity;
    return random.uniform() < 0.7 ? grid[random.below(grid.length)] : random.normal();
  });
}
