/** A causal attention network over windows of streams (Vaswani and others 2017), nearer steps weighing more. */
import { tf } from '../../tensor/index.ts';
import type { Named, SequenceNetwork, SequenceSettings } from './contract.ts';
import { headWeights, logOddsOfHead, readStep, stepWeights } from './layers.ts';

const heads = 4;
/** Low enough that softmax gives float32's 0, and no more, so that no difference of two is infinite. */
const unseen = -1e9;

/**
 * One block: attention, then two layers. A step sees itself and the steps of its own sequence before it in the window; how
 * much less a step weighs for each step that it is farther away is learnt by each head (Press, Smith and Lewis 2022 give the
 * slope, Ghosh, Heffernan and Lan 2020 let it be learnt).
 */
export function attentionNetwork(
  { hidden, embedding, times, streams }: SequenceSettings,
  flagColumns: number,
  numberColumns: number,
): SequenceNetwork {
  const width = embedding + numberColumns;
  const places = times * streams;
  const dense = (rows: number, columns: number) => ({
    shape: [rows, columns],
    deviation: 1 / Math.sqrt(rows),
  });
  const free = (columns: number) => ({ shape: [1, columns], deviation: 0 });
  return {
    window: { times, streams },
    flagColumns,
    numberColumns,
    weights: {
      ...stepWeights(flagColumns, embedding),
      input: dense(width, hidden),
      inputBias: free(hidden),
      joined: dense(hidden, 3 * hidden),
      joinedBias: free(3 * hidden),
      slopes: { shape: [heads, 1, 1], deviation: 0 },
      mixed: dense(hidden, hidden),
      up: dense(hidden, 2 * hidden),
      upBias: free(2 * hidden),
      down: dense(2 * hidden, hidden),
      ...headWeights(hidden, width, numberColumns),
    },
    masks: { step: [1, streams, width], attended: [1, streams, hidden], head: [1, streams, hidden] },
    carried: {},
    context: Math.floor(times / 2),
    run(weights, inputs, masks) {
      const masked = (x: tf.Tensor, mask: tf.Tensor) =>
        tf.reshape(tf.mul(tf.reshape(x, [times, streams, hidden]), mask), [places, hidden]);
      const step = readStep(weights, inputs, masks.step, { times, streams }, width);
      const x = tf.add(tf.matMul(step, weights.input), weights.inputBias);
      const attended = attend(weights, normalised(x), inputs.kept);
      const y = tf.add(x, masked(tf.matMul(attended, weights.mixed), masks.attended));
      const wide = tf.relu(tf.add(tf.matMul(normalised(y), weights.up), weights.upBias));
      const z = tf.add(y, masked(tf.matMul(wide, weights.down), masks.head));
      const logOdds = logOddsOfHead(weights, normalised(z), step, inputs.numbers);
      return { logOdds: tf.reshape(logOdds, [times, streams]), carried: {} };
    },
  };

  function attend(weights: Named<tf.Tensor>, x: tf.Tensor, kept: tf.Tensor): tf.Tensor {
    const depth = hidden / heads;
    const joined = tf.add(tf.matMul(x, weights.joined), weights.joinedBias);
    // [3, streams, heads, times, depth]
    const apart = tf.transpose(tf.reshape(joined, [times, streams, 3, heads, depth]), [2, 1, 3, 0, 4]);
    const [query, key, value] = tf.unstack(apart);
    const scores = tf.mul(tf.matMul(query, key, false, true), 1 / Math.sqrt(depth));
    const near = tf.mul(tf.softplus(weights.slopes), distances(times));
    const weighed = tf.softmax(tf.add(tf.sub(scores, near), sameSequence(kept)));
    return tf.reshape(tf.transpose(tf.matMul(weighed, value), [2, 0, 1, 3]), [places, hidden]);
  }

  /** 0 where a step may see another, else `unseen`: [streams, 1, times, times]. */
  function sameSequence(kept: tf.Tensor): tf.Tensor {
    const sequence = tf.cumsum(tf.transpose(tf.sub(1, kept)), 1);
    const [seeing, seen] = [tf.expandDims(sequence, 2), tf.expandDims(sequence, 1)];
    const other = tf.abs(tf.sub(seeing, seen));
    const later = tf.tensor2d(
      Array.from({ length: times }, (_, one) =>
        Array.from({ length: times }, (_, two) => (two > one ? 1 : 0)),
      ),
    );
    return tf.expandDims(tf.mul(tf.minimum(tf.add(other, later), 1), unseen), 1);
  }
}

/** How many steps lie between two, in units of ten: [times, times]. */
function distances(times: number): tf.Tensor {
  return tf.tensor2d(
    Array.from({ length: times }, (_, one) =>
      Array.from({ length: times }, (_, two) => Math.max(0, one - two) / 10),
    ),
  );
}

/** Rows of mean 0 and variance 1. */
function normalised(x: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(x, 1, true);
  return tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5)));
}
