/** What happens to a training step's graph between its traces and its file, in this order. */
import type { Graph } from '../graph.ts';
import { simplifyArithmetic } from './arithmetic.ts';
import { sumOverValues } from './attention-gradient.ts';
import { fuseCrossEntropy } from './cross-entropy.ts';
import { fuseGemm } from './gemm.ts';
import { joinPieces } from './joined-pieces.ts';
import { joinProducts } from './joined-products.ts';
import { fuseNormalisation } from './normalisation.ts';
import { simplifyReluGradient } from './relu-gradient.ts';
import { joinReshapes } from './reshapes.ts';
import { sumRowsByProduct } from './row-sums.ts';
import { dropTrailingAxes } from './trailing-axes.ts';

/** By the name of their files. The update of all parameters in one (fused-update.ts) comes after them. */
const passes = {
  arithmetic: simplifyArithmetic,
  normalisation: fuseNormalisation,
  'cross-entropy': fuseCrossEntropy,
  'attention-gradient': sumOverValues,
  'relu-gradient': simplifyReluGradient,
  'trailing-axes': dropTrailingAxes,
  'row-sums': sumRowsByProduct,
  'joined-pieces': joinPieces,
  'joined-products': joinProducts,
  gemm: fuseGemm,
  reshapes: joinReshapes,
} satisfies Record<string, (graph: Graph) => Graph>;

export const passNames = [...Object.keys(passes), 'fused-update'];

/** @param without names of passes that are left out */
export function optimiseStep(graph: Graph, without: readonly string[] = []): Graph {
  return Object.entries(passes).reduce(
    (current, [name, pass]) => (without.includes(name) ? current : pass(current)),
    graph,
  );
}
