/** Gradients that TensorFlow.js 4.22 has wrong or lacks, mended for every backend; each file says what was wrong. */
import { mendConvolution } from './gradients/convolution.ts';
import { mendFlat } from './gradients/flat.ts';
import type { TensorFlow } from './gradients/gradient.ts';
import { mendPairwise } from './gradients/pairwise.ts';
import { mendPositions } from './gradients/position.ts';
import { mendProducts } from './gradients/product.ts';
import { mendResizing } from './gradients/resize.ts';
import { mendRunning } from './gradients/running.ts';
import { mendShapes } from './gradients/shape.ts';

/** Replaces the registered gradients. `tf` is given so that this file comes before the door. */
export function mendGradients(tf: TensorFlow): void {
  mendFlat(tf);
  mendProducts(tf);
  mendPairwise(tf);
  mendRunning(tf);
  mendConvolution(tf);
  mendPositions(tf);
  mendShapes(tf);
  mendResizing(tf);
}
