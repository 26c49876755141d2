/** A recurrent network over streams: one LSTM layer (Hochreiter and Schmidhuber 1997) and a head that sees the step too. */
import { tf } from '../../tensor/index.ts';
import type { SequenceNetwork, SequenceSettings } from './contract.ts';
import { headWeights, logOddsOfHead, readStep, stepWeights } from './layers.ts';

/** Far below any gate: its sigmoid is 0 in float32. */
const shut = 1e4;

/**
 * The masks are those of variational dropout: one for what a step brings, one for the state that the gates read, one for the
 * state that the head reads, the same at all times.
 */
export function recurrentNetwork(
  { hidden, embedding, times, streams }: SequenceSettings,
  flagColumns: number,
  numberColumns: number,
): SequenceNetwork {
  const width = embedding + numberColumns;
  return {
    window: { times, streams },
    flagColumns,
    numberColumns,
    weights: {
      ...stepWeights(flagColumns, embedding),
      input: { shape: [width, 4 * hidden], deviation: 1 / Math.sqrt(width) },
      inputBias: { shape: [1, 4 * hidden], deviation: 0 },
      recurrent: { shape: [hidden, 4 * hidden], deviation: 1 / Math.sqrt(hidden) },
      ...headWeights(hidden, width, numberColumns),
    },
    masks: { step: [1, streams, width], state: [1, streams, hidden], head: [1, streams, hidden] },
    carried: { state: [streams, hidden], cell: [streams, hidden] },
    context: 0,
    run(weights, inputs, masks, carried) {
      const places = times * streams;
      const step = readStep(weights, inputs, masks.step, { times, streams }, width);
      const projected = tf.add(tf.matMul(step, weights.input), weights.inputBias);
      // Where a sequence begins the forget gate is shut and the state is masked, so that nothing of the one before is left.
      const kept = tf.reshape(inputs.kept, [places, 1]);
      const forgotten = tf.mul(tf.sub(kept, 1), shut);
      const [forget, others] = tf.split(projected, [hidden, 3 * hidden], 1);
      const gates = tf.concat([tf.add(forget, forgotten), others], 1);
      const brought = tf.unstack(tf.reshape(gates, [times, streams, 4 * hidden]));
      const masked = tf.unstack(tf.mul(tf.reshape(kept, [times, streams, 1]), masks.state));
      let { state, cell } = carried;
      const states: tf.Tensor[] = [];
      for (const [time, now] of brought.entries()) {
        const all = tf.add(now, tf.matMul(tf.mul(state, masked[time]), weights.recurrent));
        const open = tf.sigmoid(tf.slice(all, [0, 0], [streams, 3 * hidden]));
        const candidate = tf.tanh(tf.slice(all, [0, 3 * hidden], [streams, hidden]));
        const [forgetGate, inputGate, outputGate] = tf.split(open, 3, 1);
        cell = tf.add(tf.mul(forgetGate, cell), tf.mul(inputGate, candidate));
        state = tf.mul(outputGate, tf.tanh(cell));
        states.push(state);
      }
      const seen = tf.reshape(tf.mul(tf.stack(states), masks.head), [places, hidden]);
      const logOdds = logOddsOfHead(weights, seen, step, inputs.numbers);
      return { logOdds: tf.reshape(logOdds, [times, streams]), carried: { state, cell } };
    },
  };
}
