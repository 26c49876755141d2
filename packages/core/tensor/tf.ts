/**
 * The engine's door to TensorFlow.js: the functional API, with gradients registered and the CPU backend as default.
 * The chained API (`x.add(y)`) is not registered: write `tf.add(x, y)`.
 */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
// Only this package's Node bundle registers tfjs' gradients; tfjs-core's leaves them out.
import '@tensorflow/tfjs-layers';
import { registerChainedMethods } from './chained-methods.ts';
import { mendGradients } from './gradients.ts';
import { registerRandomKernels } from './random/kernels.ts';
import { registerTreeKernel } from './trees/kernel.ts';

// tfjs-backend-cpu greets on the console with advice to install another backend unless told not to.
tf.enableProdMode();
registerChainedMethods(tf);
mendGradients(tf);
registerRandomKernels(tf);
registerTreeKernel(tf);
// Completes before it returns: the CPU backend has no asynchronous start.
void tf.setBackend('cpu');

export { tf };
