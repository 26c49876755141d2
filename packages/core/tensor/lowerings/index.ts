/** Every tfjs kernel that the tracer knows, in one table. To add one, put it into the file of its family. */
import { activations } from './activations.ts';
import { elementwise } from './elementwise.ts';
import { gathers } from './gather.ts';
import { logic } from './logic.ts';
import type { Lowerings } from './lowering.ts';
import { products } from './matmul.ts';
import { randoms } from './random.ts';
import { reductions } from './reduce.ts';
import { shapes } from './shape.ts';

export const lowerings: Lowerings = {
  ...elementwise,
  ...activations,
  ...logic,
  ...reductions,
  ...shapes,
  ...products,
  ...gathers,
  ...randoms,
};
