/** Every tfjs kernel that the tracer knows, in one table. To add one, put it into the file of its family. */
import { activations } from './activations.ts';
import { blocks } from './blocks.ts';
import { convolutions } from './convolution.ts';
import { elementwise } from './elementwise.ts';
import { gathers } from './gather.ts';
import { logic } from './logic.ts';
import type { Lowerings } from './lowering.ts';
import { products } from './matmul.ts';
import { normalisations } from './normalisation.ts';
import { orders } from './order.ts';
import { poolings } from './pooling.ts';
import { randoms } from './random.ts';
import { reductions } from './reduce.ts';
import { resizings } from './resize.ts';
import { shapes } from './shape.ts';
import { treeEnsembles } from './tree-ensemble.ts';

export const lowerings: Lowerings = {
  ...elementwise,
  ...activations,
  ...logic,
  ...reductions,
  ...shapes,
  ...products,
  ...gathers,
  ...convolutions,
  ...poolings,
  ...normalisations,
  ...blocks,
  ...resizings,
  ...orders,
  ...randoms,
  ...treeEnsembles,
};
