/** What happens to a training step's graph between its traces and its file, in this order. */
import type { Graph } from '../graph.ts';
import { simplifyArithmetic } from './arithmetic.ts';
import { sumOverValues } from './attention-gradient.ts';
import { fuseCrossEntropy } from './cross-entropy.ts';
import { type FusedUpdate, fuseUpdate, type StateNames } from './fused-update.ts';
import { fuseGemm } from './gemm.ts';
import { joinPieces } from './joined-pieces.ts';
import { joinProducts } from './joined-products.ts';
import { fuseNormalisation } from './normalisation.ts';
import { simplifyReluGradient } from './relu-gradient.ts';
import { joinReshapes } from './reshapes.ts';
import { sumRowsByProduct } from './row-sums.ts';
import { dropTrailingAxes } from './trailing-axes.ts';

type Passes = Readonly<Record<string, (graph: Graph) => Graph>>;

/** What recognises how tfjs writes things, by the name of its file. */
const early: Passes = {
  arithmetic: simplifyArithmetic,
  normalisation: fuseNormalisation,
  'cross-entropy': fuseCrossEntropy,
  'attention-gradient': sumOverValues,
  'relu-gradient': simplifyReluGradient,
};

/** What changes shapes and operators; the update of all parameters in one comes before. */
const late: Passes = {
  'trailing-axes': dropTrailingAxes,
  'row-sums': sumRowsByProduct,
  'joined-pieces': joinPieces,
  'joined-products': joinProducts,
  gemm: fuseGemm,
  reshapes: joinReshapes,
};

const update = 'fused-update';

export const passNames = [...Object.keys(early), update, ...Object.keys(late)];

/** @param without names of passes that are left out */
export function optimiseStep(graph: Graph, names: StateNames, without: readonly string[] = []): FusedUpdate {
  const run = (passes: Passes, from: Graph) =>
    Object.entries(passes).reduce(
      (current, [name, pass]) => (without.includes(name) ? current : pass(current)),
      from,
    );
  const fewest = without.includes(update) ? Number.POSITIVE_INFINITY : 2;
  const { graph: updated, joined } = fuseUpdate(run(early, graph), names, fewest);
  return { graph: run(late, updated), joined };
}
