/** All passes on programs that nobody wrote: what they recognise stands beside what only looks like it. */
import fc from 'fast-check';
import { afterEach, test } from 'vitest';
import type { Graph } from '../graph.ts';
import { clipByGlobalNorm } from '../optimizers/clip-by-global-norm.ts';
import { compileTrainingStep } from '../step.ts';
import { expectClose, floats, integers, onExamples } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { optimiseStep } from './index.ts';

/** Shapes are [n, n], [n, 1], [1, n], [n] and []: all broadcast with each other to one of them. */
interface Instruction {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly choice: number;
}

const names = { gradient: 'gradient/', before: 'before/', after: 'after/' };
const withAllPasses = (graph: Graph) => optimiseStep(graph, names).graph;

type Operation = (a: tf.Tensor, b: tf.Tensor, choice: number, labels: tf.Tensor, n: number) => tf.Tensor;

const square = (x: tf.Tensor, n: number) => tf.add(x, tf.zeros([n, n]));
const grown = (x: tf.Tensor, n: number) => (x.rank === 2 && x.size === n * n ? x : square(x, n));
const axisOf = (choice: number) => [0, 1, -1][choice % 3];
const keptOf = (choice: number) => choice % 2 === 0;
const factors = [1, -1, 2, 0.5, 0.25, 3];

const operations: readonly Operation[] = [
  (a, b) => tf.add(a, b),
  (a, b) => tf.add(a, b),
  (a, b) => tf.sub(a, b),
  (a, b) => tf.mul(a, b),
  (a) => tf.neg(a),
  (a, _, choice) => tf.mul(a, factors[choice % factors.length]),
  (a, _, choice) => tf.div(a, factors[choice % factors.length]),
  (a) => tf.tanh(a),
  (a) => tf.relu(a),
  (a, b) => tf.mul(tf.step(a), b),
  (a) => tf.rsqrt(tf.add(tf.square(a), 0.1)),
  (a, _, choice) => (a.rank < 2 ? a : tf.mean(a, axisOf(choice), keptOf(choice))),
  (a, _, choice) => (a.rank < 2 ? a : tf.sum(a, axisOf(choice), keptOf(choice))),
  (a, _, choice) => (a.rank < 2 ? tf.sum(a) : tf.max(a, axisOf(choice), keptOf(choice))),
  (a, _, choice) =>
    a.rank < 2 ? a : choice % 2 === 0 ? tf.transpose(a) : tf.reshape(a, [...a.shape].reverse()),
  (a, b, choice, _, n) => tf.matMul(grown(a, n), grown(b, n), choice % 2 === 1, choice % 3 === 1),
  (a, b, choice, _, n) => tf.add(tf.matMul(grown(a, n), grown(tf.tanh(b), n), choice % 2 === 1), b),
  (a, b, choice, _, n) =>
    [0.1, 0.2, 0.3, 0.4, 0.5].reduce(
      (sum, by) =>
        tf.add(
          sum,
          tf.matMul(grown(tf.sin(tf.add(a, by)), n), grown(tf.cos(tf.mul(b, by)), n), choice % 2 === 1),
        ),
      grown(a, n),
    ),
  (a, _, choice, __, n) => {
    const x = grown(a, n);
    const deviation = tf.sub(x, tf.mean(x, axisOf(choice), choice % 5 !== 0));
    const variance = tf.mean(tf.square(deviation), axisOf(choice), choice % 7 !== 0);
    return tf.mul(deviation, tf.rsqrt(tf.add(variance, 0.05)));
  },
  (a, b, _, __, n) => {
    const x = grown(a, n);
    const { mean, variance } = tf.moments(x, -1, true);
    return tf.add(tf.mul(tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, 0.05))), b), tf.tanh(x));
  },
  (a, _, choice, __, n) => {
    const x = grown(a, n);
    return tf.sub(x, tf.logSumExp(x, axisOf(choice), choice % 5 !== 0));
  },
  (a, b, choice, labels, n) =>
    tf.sum(
      tf.mul(grown(a, n), tf.oneHot(tf.cast(labels, 'int32'), n, 1, 0, 'float32')),
      axisOf(choice),
      keptOf(choice),
    ).rank === 0
      ? b
      : tf.sum(
          tf.mul(grown(a, n), tf.oneHot(tf.cast(labels, 'int32'), n, 1, 0, 'float32')),
          axisOf(choice),
          keptOf(choice),
        ),
  (a, _, __, labels, n) =>
    tf.losses.softmaxCrossEntropy(
      tf.oneHot(tf.cast(labels, 'int32'), n),
      grown(a, n),
      undefined,
      0,
      tf.Reduction.NONE,
    ),
  (a, _, __, ___, n) => tf.softmax(grown(a, n)),
  (a, b, choice, _, n) => {
    const axis = choice % 2;
    const [first, rest] = tf.split(grown(a, n), [1, n - 1], axis);
    return tf.concat(
      choice % 3 === 0 ? [tf.sin(rest), tf.mul(first, tf.sum(b))] : [tf.tanh(first), rest],
      axis,
    );
  },
  (a, b, choice, _, n) => {
    const [q, k, v] = [
      [a, b],
      [b, a],
      [a, a],
    ].map((pair) => tf.stack(pair.map((value) => grown(value, n))));
    const weights = tf.softmax(tf.matMul(q, k, false, choice % 2 === 0));
    const mixed = tf.matMul(weights, v, false, choice % 3 === 0);
    return choice % 5 === 0 ? tf.mean(mixed, 0) : tf.sum(tf.mul(mixed, weights), 0);
  },
  (a, b, _, __, n) => {
    const column = (x: tf.Tensor) => tf.slice(grown(x, n), [0, 0], [n, 1]);
    return tf.sigmoid(tf.where(tf.greater(column(a), 0.1), tf.mul(column(b), 2), tf.relu(column(a))));
  },
  (a, b, choice, _, n) => {
    const [size, weight] = [grown(a, n), grown(tf.tanh(b), n)];
    const rows =
      choice % 2 === 0 ? tf.split(size, n, 0) : tf.unstack(size).map((row) => tf.expandDims(row, 0));
    const states: tf.Tensor[] = [];
    for (const row of [...rows, ...rows]) {
      states.push(tf.tanh(tf.add(tf.matMul(row, weight), states.at(-1) ?? 0)));
    }
    return choice % 3 === 0 ? (states.at(-1) ?? a) : tf.concat(states.slice(0, n), 0);
  },
  (a, b, choice) => {
    const [sum, difference] = [tf.add(tf.neg(a), b), tf.sub(a, tf.neg(b))];
    return choice % 2 === 0 ? tf.mul(sum, tf.neg(difference)) : tf.div(tf.mul(tf.neg(sum), 2), -4);
  },
];

const instruction: fc.Arbitrary<Instruction> = fc.record({
  kind: fc.nat(operations.length - 1),
  a: fc.nat(5),
  b: fc.nat(5),
  choice: fc.nat(20),
});

function compute(
  program: readonly Instruction[],
  { x, y, w, line, labels }: Record<string, tf.Tensor>,
  n: number,
): tf.Tensor[] {
  const values = [x, y, w, line];
  for (const { kind, a, b, choice } of program) {
    const [first, second] = [values.at(-1 - (a % values.length)), values.at(-1 - (b % values.length))];
    const result = first && second && operations[kind]?.(first, second, choice, labels, n);
    if (!result) continue;
    // Kept between bounds, as a network would.
    values.push(kind % 4 === 3 || values.length % 4 === 0 ? tf.tanh(result) : result);
  }
  // Each input has a gradient, whatever the program reads.
  return [...values.slice(-3), tf.sin(tf.add(tf.add(x, w), line))];
}

const examples = fc.integer({ min: 2, max: 4 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    program: fc.array(instruction, { minLength: 3, maxLength: 14 }),
    inputs: fc.record({
      x: floats([n, n], { min: -2, max: 2 }),
      y: floats([n, n], { min: -2, max: 2 }),
      w: floats([n, n], { min: -1, max: 1 }),
      line: floats([n], { min: -1, max: 1 }),
      labels: integers([n], { min: 0, max: n }),
    }),
  }),
);

afterEach(() => {
  tf.disposeVariables();
});

test('give the numbers and gradients that they gave before', () =>
  onExamples(
    examples,
    async ({ n, program, inputs }) => {
      const graph = graphOf({
        inputs,
        gradients: ['x', 'w', 'line'],
        compute: (given) =>
          Object.fromEntries(compute(program, given, n).map((value, at) => [String(at), value])),
      });
      // Some programs enlarge roundings a hundred times: one normalisation of two numbers after the other does.
      await expectSameNumbers(graph, inputs, withAllPasses, 1e-3);
    },
    Number(process.env.RUNS ?? 30),
  ));

test('train to the variables that they train to eagerly', () =>
  onExamples(
    examples,
    async ({ n, program, inputs }) => {
      const made = () => {
        const names = ['w', 'line', 'gain', 'one'] as const;
        const given = { ...inputs, gain: inputs.line, one: { shape: [], data: inputs.x.data.slice(0, 1) } };
        return names.map((name) => {
          const { data, shape } = given[name];
          return tf.tidy(() => tf.variable(tf.tensor(data.slice(), [...shape], 'float32'), true, name));
        });
      };
      const loss = ([w, line, gain, one]: tf.Variable[], batch: Record<string, tf.Tensor>): tf.Scalar => {
        const weighted = tf.add(tf.mul(w, gain), tf.sin(one));
        const results = compute(program, { ...batch, w: weighted, line }, n);
        return tf.mean(tf.stack(results.map((result) => tf.mean(tf.square(result)))));
      };
      const { x, y, labels } = inputs;
      const optimizer = () => tf.train.momentum(0.01, 0.9);
      // Some programs are so steep that they would diverge.
      const norm = 1;

      const traced = made();
      const step = await compileTrainingStep({
        inputs: Object.fromEntries(
          Object.entries({ x, y, labels }).map(([name, { shape, dtype }]) => [name, { shape, dtype }]),
        ),
        optimizer: optimizer(),
        loss: (batch) => loss(traced, batch),
        variables: traced,
        clipGlobalNorm: norm,
      });
      for (let at = 0; at < 3; at++) await step.run({ x: x.data, y: y.data, labels: labels.data });
      const state = step.state();
      await step.release();
      tf.disposeVariables();

      const eager = made();
      const reference = optimizer();
      for (let at = 0; at < 3; at++) {
        tf.tidy(() => {
          const batch = Object.fromEntries(
            Object.entries({ x, y, labels }).map(([name, { data, shape, dtype }]) => [
              name,
              tf.tensor(data.slice(), [...shape], dtype),
            ]),
          );
          const { grads } = reference.computeGradients(() => loss(eager, batch), eager);
          const clipped = Object.entries(clipByGlobalNorm(grads, norm));
          reference.applyGradients(clipped.map(([name, tensor]) => ({ name, tensor })));
        });
      }
      for (const variable of eager) {
        const wanted = {
          shape: variable.shape,
          dtype: 'float32',
          data: Float32Array.from(variable.dataSync()),
        } as const;
        expectClose(variable.name, state[variable.name], wanted, 1e-3);
      }
      tf.disposeVariables();
    },
    Number(process.env.RUNS ?? 10),
  ));
