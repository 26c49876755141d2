import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph } from '../graph.ts';
import { floats, integers, onExamples } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { optimiseStep } from './index.ts';

const names = { gradient: 'gradient/', before: 'before/', after: 'after/' };
const withAllPasses = (graph: Graph) => optimiseStep(graph, names).graph;

type Given = Record<string, tf.Tensor>;

/** Weights of the size that they have at the start of a training. */
const weights = (...shape: number[]) => floats(shape, { min: -0.6, max: 0.6 });
const gains = (...shape: number[]) => floats(shape, { min: 0.7, max: 1.3 });
const runs = 5;

test('a classifier of dense layers: losses and gradients stay, biases and relu are inside the products', () =>
  onExamples(
    fc.record({
      x: floats([7, 5], { min: -2, max: 2 }),
      labels: integers([7], { min: 0, max: 2 }),
      weight: floats([7], { min: 0, max: 2 }),
      w1: weights(5, 6),
      b1: weights(6),
      w2: weights(6, 6),
      b2: weights(6),
      w3: weights(6, 3),
      b3: weights(3),
    }),
    async (inputs) => {
      const graph = graphOf({
        inputs,
        gradients: ['w1', 'b1', 'w2', 'b2', 'w3', 'b3'],
        compute: ({ x, labels, weight, w1, b1, w2, b2, w3, b3 }) => {
          const first = tf.relu(tf.add(tf.matMul(x, w1), b1));
          const second = tf.relu(tf.add(tf.matMul(first, w2), b2));
          const logits = tf.add(tf.matMul(second, w3), b3);
          const loss = tf.losses.softmaxCrossEntropy(tf.oneHot(tf.cast(labels, 'int32'), 3), logits, weight);
          return { loss: tf.add(loss, tf.mul(0.01, tf.add(tf.sum(tf.square(w1)), tf.sum(tf.square(w2))))) };
        },
      });
      const { before, after } = await expectSameNumbers(graph, inputs, withAllPasses);
      expect([after('LogSoftmax'), after('GatherElements'), after('ScatterElements')]).toEqual([1, 1, 1]);
      expect(after('Clip')).toBeLessThan(before('Clip'));
      // A product for each sum over rows.
      expect(after('Gemm') - before('Gemm')).toBe(3);
    },
    runs,
  ));

test('a regression with one output, whose column is computed as a row', () =>
  onExamples(
    fc.record({
      x: floats([6, 4], { min: -2, max: 2 }),
      y: integers([6, 1], { min: 0, max: 1 }),
      weight: floats([6, 1], { min: 0, max: 2 }),
      w1: weights(4, 4),
      b1: weights(4),
      w2: weights(4, 1),
      b2: weights(1),
    }),
    async (inputs) => {
      const graph = graphOf({
        inputs,
        gradients: ['w1', 'b1', 'w2', 'b2'],
        compute: ({ x, y, weight, w1, b1, w2, b2 }) => {
          const logits = tf.add(tf.matMul(tf.elu(tf.add(tf.matMul(x, w1), b1)), w2), b2);
          const target = tf.cast(y, 'float32');
          return {
            entropy: tf.losses.sigmoidCrossEntropy(target, logits, weight),
            huber: tf.losses.huberLoss(target, logits, weight),
            squares: tf.losses.meanSquaredError(target, tf.sigmoid(logits), weight),
            hinge: tf.losses.hingeLoss(target, logits),
          };
        },
      });
      await expectSameNumbers(graph, inputs, withAllPasses);
    },
    runs,
  ));

test('LSTM and GRU cells over a sequence: the gradients of each weight are one product', () =>
  onExamples(
    fc.record({
      sequence: floats([6, 2, 3], { min: -2, max: 2 }),
      start: floats([2, 5], { min: -1, max: 1 }),
      labels: integers([2], { min: 0, max: 3 }),
      kernel: weights(8, 20),
      bias: weights(20),
      input: weights(3, 15),
      recurrent: weights(5, 15),
      out: weights(5, 3),
    }),
    async (inputs) => {
      const lstm = (steps: tf.Tensor[], { start, kernel, bias }: Given) => {
        let [cell, hidden] = [tf.mul(start, 0), start];
        for (const x of steps) {
          const gates = tf.add(tf.matMul(tf.concat([x, hidden], 1), kernel), bias);
          const [i, j, f, o] = tf.split(gates, 4, 1);
          cell = tf.add(tf.mul(cell, tf.sigmoid(tf.add(f, 1))), tf.mul(tf.sigmoid(i), tf.tanh(j)));
          hidden = tf.mul(tf.tanh(cell), tf.sigmoid(o));
        }
        return hidden;
      };
      const gru = (steps: tf.Tensor[], { start, input, recurrent }: Given) => {
        let hidden = start;
        for (const x of steps) {
          const [z, r, n] = tf.split(tf.matMul(x, input), 3, 1);
          const [hz, hr, hn] = tf.split(tf.matMul(hidden, recurrent), 3, 1);
          const update = tf.sigmoid(tf.add(z, hz));
          const next = tf.tanh(tf.add(n, tf.mul(tf.sigmoid(tf.add(r, hr)), hn)));
          hidden = tf.add(tf.mul(tf.sub(1, update), next), tf.mul(update, hidden));
        }
        return hidden;
      };
      const graph = graphOf({
        inputs,
        gradients: ['start', 'kernel', 'bias', 'input', 'recurrent', 'out'],
        compute: (given) => {
          const steps = tf.unstack(given.sequence);
          const logits = tf.matMul(tf.add(lstm(steps, given), gru(steps, given)), given.out);
          const labels = tf.oneHot(tf.cast(given.labels, 'int32'), 3);
          return { loss: tf.losses.softmaxCrossEntropy(labels, logits) };
        },
      });
      const { before, after } = await expectSameNumbers(graph, inputs, withAllPasses);
      // One product instead of six for each of three weights; the bias's sum over rows is a product in each step.
      expect(before('Gemm') - after('Gemm')).toBe(3 * 5 - 6);
    },
    runs,
  ));

test('blocks of a transformer: causal attention, residuals and normalisations before and after', () =>
  onExamples(
    fc.record({
      words: integers([2, 4], { min: 0, max: 5 }),
      labels: integers([2, 4], { min: -1, max: 6 }),
      embedding: weights(6, 4),
      places: weights(4, 4),
      gain: gains(4),
      bias: weights(4),
      projection: weights(4, 12),
      joined: weights(4, 4),
      up: weights(4, 8),
      upBias: weights(8),
      down: weights(8, 4),
    }),
    async (inputs) => {
      const [batch, length, width, heads] = [2, 4, 4, 2];
      const normalised = (x: tf.Tensor, { gain, bias }: Given) => {
        const { mean, variance } = tf.moments(x, -1, true);
        return tf.add(tf.mul(tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, 1e-5))), gain), bias);
      };
      const dense = (x: tf.Tensor, w: tf.Tensor) =>
        tf.reshape(tf.matMul(tf.reshape(x, [batch * length, -1]), w), [batch, length, -1]);
      const attention = (x: tf.Tensor, { projection, joined }: Given) => {
        const [q, k, v] = tf
          .split(dense(x, projection), 3, 2)
          .map((part) => tf.transpose(tf.reshape(part, [batch, length, heads, width / heads]), [0, 2, 1, 3]));
        const mask = tf.sub(tf.linalg.bandPart(tf.ones([length, length]), -1, 0), 1);
        const scores = tf.add(tf.mul(tf.matMul(q, k, false, true), Math.SQRT1_2), tf.mul(mask, 1e9));
        const mixed = tf.transpose(tf.matMul(tf.softmax(scores), v), [0, 2, 1, 3]);
        return dense(tf.reshape(mixed, [batch, length, width]), joined);
      };
      const graph = graphOf({
        inputs,
        gradients: Object.keys(inputs).filter((name) => name !== 'words' && name !== 'labels'),
        compute: (given) => {
          const { words, labels, embedding, places, up, upBias, down } = given;
          let x = tf.add(tf.gather(embedding, tf.cast(words, 'int32')), places);
          for (let block = 0; block < 2; block++) {
            x = tf.add(x, attention(normalised(x, given), given));
            const inner = tf.relu(tf.add(dense(normalised(x, given), up), upBias));
            x = normalised(tf.add(x, dense(inner, down)), given);
          }
          const logits = dense(x, tf.transpose(embedding));
          return { loss: tf.losses.softmaxCrossEntropy(tf.oneHot(tf.cast(labels, 'int32'), 6), logits) };
        },
      });
      const { before, after } = await expectSameNumbers(graph, inputs, withAllPasses);
      expect([before('Sqrt'), before('Pow')]).toEqual([6, 6]);
      expect(['LayerNormalization', 'LogSoftmax', 'Sqrt', 'Pow'].map(after)).toEqual([6, 1, 0, 0]);
    },
    runs,
  ));
