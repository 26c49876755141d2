/** The door for processes that serve models without the engine: nothing behind it loads TensorFlow.js. */
export { PoolError, type PoolErrorCode } from '../pool/index.ts';
export { readFamiliarityFile, readModelFile } from '../registry/artifact.ts';
export type { OpenModel } from '../registry/contract.ts';
export { definitionsOf } from '../registry/inputs.ts';
export { openModel } from '../registry/open-model.ts';
export { type Projection, readProjection } from '../registry/projection-file.ts';
export { type ModelPool, openModelPool } from './model-pool.ts';
