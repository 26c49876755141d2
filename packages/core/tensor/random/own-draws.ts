/** TensorFlow.js makes its random numbers in JavaScript: a graph would hold the same ones in every step. */
import { modelPlace, TraceError } from '../errors.ts';
import { tf } from '../tf.ts';

const operations = [
  'rand',
  'randomGamma',
  'randomNormal',
  'randomStandardNormal',
  'randomUniform',
  'randomUniformInt',
  'truncatedNormal',
];
/** tfjs opens a scope of this name around each operation. */
const scopes = new Set(operations.map((operation) => `${operation}__op`));

/** @throws TraceError where the numbers that a trace is about to take are random, with a seed of their own or without. */
export function refuseOwnDraws(): void {
  if (!scopes.has(tf.engine().state.activeScope?.name)) return;
  throw new TraceError(
    'notDeterministic',
    'tf.dropout and the random operations of TensorFlow.js make their numbers outside the graph, so they would stay the ' +
      'same in every step. Use dropout, random.uniform or random.normal of packages/core/tensor and give ' +
      'compileTrainingStep a seed; build the layers of tf.layers before the trace.',
    { place: modelPlace(new Error().stack) },
  );
}
