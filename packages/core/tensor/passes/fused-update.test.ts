import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { Graph } from '../graph.ts';
import { type HostTensor, sizeOf } from '../host.ts';
import { AdamW } from '../optimizers/adam-w.ts';
import { clipByGlobalNorm } from '../optimizers/clip-by-global-norm.ts';
import { compileTrainingStep } from '../step.ts';
import { expectClose, floats, onExamples } from '../testing/agreement.ts';
import { operatorsOf, run } from '../testing/rewritten.ts';
import { numbers, optimizers } from '../testing/small-network.ts';
import { tf } from '../tf.ts';
import { trace } from '../trace.ts';
import { fuseUpdate, type Joined } from './fused-update.ts';
import { mergeTraces } from './merge-traces.ts';

afterEach(() => {
  tf.disposeVariables();
});

const names = { gradient: 'gradient/', before: 'before/', after: 'after/' };

interface Model {
  readonly variables: readonly tf.Variable[];
  readonly loss: (x: tf.Tensor) => tf.Scalar;
}

type MakeOptimizer = (variables: readonly tf.Variable[]) => tf.Optimizer;

const all: Record<string, MakeOptimizer> = {
  ...Object.fromEntries(Object.entries(optimizers).map(([name, make]) => [name, () => make()])),
  adamW: (variables) => new AdamW(0.01, 0.1, variables.slice(1)),
};

function variable(name: string, shape: readonly number[]): tf.Variable {
  const values = numbers(sizeOf(shape), name.length * 31 + name.charCodeAt(0));
  return tf.tidy(() => tf.variable(tf.tensor(values, [...shape]), true, name));
}

function step(optimizer: tf.Optimizer, { loss, variables }: Model, x: tf.Tensor, norm?: number) {
  const { value, grads } = optimizer.computeGradients(() => loss(x), [...variables]);
  const given = Object.fromEntries(Object.entries(grads).filter(([, gradient]) => gradient));
  optimizer.applyGradients(norm === undefined ? given : clipByGlobalNorm(given, norm));
  return { value, grads: given };
}

function numbersOf(held: tf.Variable): HostTensor {
  return { shape: held.shape, dtype: 'float32', data: Float32Array.from(held.dataSync()) };
}

/** A whole step, as it is before the update is fused. */
function stepGraph(model: Model, optimizer: tf.Optimizer, norm?: number): Graph {
  tf.tidy(() => void step(optimizer, model, tf.ones([3])));
  const traced = () =>
    trace(
      ({ name }) => names.before + name,
      ({ graph, input, valueFor }) => {
        const before = Object.values(tf.engine().registeredVariables).map(
          (held) => [held, held.dataId] as const,
        );
        const { value, grads } = step(optimizer, model, input('x', { shape: [3], dtype: 'float32' }), norm);
        graph.output('loss', valueFor(value));
        for (const [name, gradient] of Object.entries(grads)) {
          graph.output(names.gradient + name, valueFor(gradient));
        }
        for (const [held, dataId] of before) {
          if (held.dataId !== dataId) graph.output(names.after + held.name, valueFor(held));
        }
        return graph;
      },
    );
  return mergeTraces(traced(), traced(), null);
}

/** From some numbers, the same after the step, whether the update is fused or not. */
async function expectSameUpdate(graph: Graph, inputs: Readonly<Record<string, HostTensor>>) {
  const fused = fuseUpdate(graph, names);
  const joined = fused.joined.map(({ input, members }): [string, HostTensor] => {
    const data = Float32Array.from(members.flatMap((name) => [...(inputs[names.before + name]?.data ?? [])]));
    return [input, { shape: [data.length], dtype: 'float32', data }];
  });
  const wanted = await run(graph, inputs);
  const actual = await run(fused.graph, { ...inputs, ...Object.fromEntries(joined) });
  const results = {
    ...actual,
    ...Object.fromEntries(fused.joined.flatMap((one) => parted(one, actual, wanted))),
  };
  for (const [name, tensor] of Object.entries(wanted)) {
    if (!name.startsWith(names.gradient)) expectClose(name, results[name], tensor);
  }
  expect(Object.keys(actual).filter((name) => name.startsWith(names.gradient))).toEqual([]);
  return fused;
}

/** The members of a vector, each in its own shape. */
function parted(
  { output, members }: Joined,
  actual: Readonly<Record<string, HostTensor>>,
  wanted: Readonly<Record<string, HostTensor>>,
): [string, HostTensor][] {
  expect(actual[output].shape).toEqual([actual[output].data.length]);
  let start = 0;
  return members.map((member) => {
    const name = names.after + member;
    const { shape } = wanted[name];
    const data = actual[output].data.slice(start, start + sizeOf(shape));
    start += data.length;
    return [name, { shape, dtype: 'float32', data }];
  });
}

function anyNumbers(graph: Graph): fc.Arbitrary<Record<string, HostTensor>> {
  // Positive, as means of squares are.
  return fc.record(
    Object.fromEntries(
      [...graph.inputs].map(([name, { shape }]) => [name, floats(shape, { min: 0.1, max: 2 })]),
    ),
  );
}

/** Parameters of many shapes, in a loss by which no two gradients are the same. */
function manyShapes(): Model {
  const [scalar, one, single, line, other, matrix] = [
    variable('scalar', []),
    variable('one', [1]),
    variable('single', [1, 1]),
    variable('line', [3]),
    variable('other', [3]),
    variable('matrix', [2, 3]),
  ];
  const loss = (x: tf.Tensor): tf.Scalar => {
    const hidden = tf.tanh(tf.add(tf.mul(line, x), tf.sin(tf.mul(other, scalar))));
    const rows = tf.matMul(matrix, tf.reshape(hidden, [3, 1]));
    return tf.mean(tf.square(tf.add(tf.add(tf.mul(rows, one), tf.sin(single)), scalar)));
  };
  return { variables: [scalar, one, single, line, other, matrix], loss };
}

/** Parameters that share gradients, whose gradient is a parameter, is constant, or is missing. */
function strangeGradients(): Model {
  const list = ['a', 'bb', 'c', 'dd'].map((name) => variable(`twin ${name}`, [3]));
  const [short, shorter] = [variable('short', [2]), variable('shorter', [2])];
  const [left, right] = [variable('left', [3]), variable('right', [3])];
  const [self, other, flat, unread] = [
    variable('self', [4]),
    variable('other self', [2]),
    variable('flat', [3]),
    variable('unread', [3]),
  ];
  const [a, b, c, d] = list;
  const loss = (x: tf.Tensor): tf.Scalar => {
    const squares = (value: tf.Tensor) => tf.sum(tf.square(value));
    const terms = [
      squares(tf.sub(tf.mul(tf.add(a, b), x), 1)),
      tf.mul(squares(tf.add(tf.sin(tf.add(c, d)), x)), 0.3),
      squares(tf.tanh(tf.add(short, shorter))),
      tf.mul(tf.sum(tf.mul(left, right)), 0.1),
      tf.mul(tf.add(squares(self), squares(other)), 0.5),
      tf.sum(flat),
    ];
    return tf.sum(tf.stack(terms));
  };
  return { variables: [...list, short, shorter, left, right, self, other, flat, unread], loss };
}

for (const [name, make] of Object.entries(all)) {
  describe(name, () => {
    for (const norm of [undefined, 0.3]) {
      const clipping = norm === undefined ? '' : ', clipped';
      test(`parameters of many shapes are updated at once${clipping}`, async () => {
        const model = manyShapes();
        const graph = stepGraph(model, make(model.variables), norm);
        await onExamples(
          anyNumbers(graph),
          async (inputs) => {
            const { joined } = await expectSameUpdate(graph, inputs);
            const members = joined.map((vector) => vector.members).find((list) => list.includes('matrix'));
            expect(members).toEqual(expect.arrayContaining(['single', 'line', 'other', 'matrix']));
          },
          3,
        );
      });

      test(`parameters that share gradients, or have strange ones, are updated alike${clipping}`, async () => {
        const model = strangeGradients();
        const graph = stepGraph(model, make(model.variables), norm);
        await onExamples(anyNumbers(graph), (inputs) => expectSameUpdate(graph, inputs).then(() => {}), 3);
      });

      for (const [kind, network] of Object.entries({ manyShapes, strangeGradients })) {
        test(`30 steps of ${kind} are those of the eager run${clipping}`, async () => {
          const batches = Array.from({ length: 30 }, (_, index) => numbers(3, index + 1));
          const traced = network();
          const compiled = await compileTrainingStep({
            inputs: { x: { shape: [3], dtype: 'float32' } },
            optimizer: make(traced.variables),
            loss: ({ x }) => traced.loss(x),
            variables: traced.variables,
            clipGlobalNorm: norm,
          });
          for (const x of batches) await compiled.run({ x });
          compiled.commit();
          await compiled.release();
          const trained = traced.variables.map(numbersOf);
          tf.disposeVariables();

          const eager = network();
          const optimizer = make(eager.variables);
          for (const x of batches) tf.tidy(() => void step(optimizer, eager, tf.tensor1d(x), norm));
          for (const [index, held] of eager.variables.entries()) {
            // Roundings of a step go on in the next; where a gradient is nearly zero, its root enlarges them.
            expectClose(held.name, trained[index], numbersOf(held), 1e-4);
          }
        });
      }
    }
  });
}

test('the update of Adam takes one root for all parameters, and reads each where it lies', () => {
  const model = manyShapes();
  const graph = stepGraph(model, tf.train.adam(0.01));
  const fused = fuseUpdate(graph, names);
  expect(operatorsOf(graph)('Sqrt')).toBe(6);
  // The one number is updated by itself: what Adam computes from its step count has its shape too.
  expect(operatorsOf(fused.graph)('Sqrt')).toBe(2);
  expect(fused.joined).toHaveLength(3);
  for (const { members } of fused.joined) expect(members).toHaveLength(5);
});

test('a number of a shape of its own, read by all updates, gives the same', async () => {
  const scalar = { shape: [1, 1], type: 'float32' } as const;
  const graph = new Graph();
  const x = graph.input('x', scalar);
  const scale = graph.add(
    'Where',
    [graph.add('Greater', [x, graph.real(1)], { shape: [1, 1], type: 'bool' }), x, graph.real(2)],
    scalar,
  );
  for (const [name, shape] of Object.entries({ flat: [1, 3], tall: [2, 1], single: [1, 1], wide: [2, 2] })) {
    const spec = { shape, type: 'float32' } as const;
    const before = graph.input(names.before + name, spec);
    const gradient = graph.add('Sin', [before], spec);
    graph.output(names.gradient + name, gradient);
    graph.output(
      names.after + name,
      graph.add('Sub', [before, graph.add('Mul', [gradient, scale], spec)], spec),
    );
  }
  await onExamples(anyNumbers(graph), (inputs) => expectSameUpdate(graph, inputs).then(() => {}), 5);
});
