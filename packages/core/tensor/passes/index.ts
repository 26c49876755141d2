/** What happens to a graph between its traces and its file, in this order. */
import type { Graph } from '../graph.ts';
import { simplifyArithmetic } from './arithmetic.ts';
import { sumOverValues } from './attention-gradient.ts';
import { fuseCrossEntropy } from './cross-entropy.ts';
import { fuseGemm } from './gemm.ts';
import { joinProducts } from './joined-products.ts';
import { fuseNormalisation } from './normalisation.ts';
import { simplifyReluGradient } from './relu-gradient.ts';
import { sumRowsByProduct } from './row-sums.ts';
import { dropTrailingAxes } from './trailing-axes.ts';

type Pass = (graph: Graph) => Graph;

/** For training steps, whose shapes are all fixed. */
const trainingPasses: readonly Pass[] = [
  simplifyArithmetic,
  fuseNormalisation,
  fuseCrossEntropy,
  sumOverValues,
  simplifyReluGradient,
  dropTrailingAxes,
  sumRowsByProduct,
  joinProducts,
  fuseGemm,
];

export function optimiseStep(graph: Graph): Graph {
  return trainingPasses.reduce((current, pass) => pass(current), graph);
}
