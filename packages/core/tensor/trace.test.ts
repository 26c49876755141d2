import { afterEach, describe, expect, test } from 'vitest';
import { TraceError } from './errors.ts';
import { exportGraph } from './export.ts';
import { compileTrainingStep } from './step.ts';
import { tf } from './tf.ts';

afterEach(() => {
  tf.disposeVariables();
});

const inputs = { x: { shape: [4, 4], dtype: 'float32' } } as const;
type Model = (inputs: Record<string, tf.Tensor>) => Record<string, tf.Tensor>;

/** The error that tracing a model ends in. */
function failure(outputs: Model): unknown {
  try {
    exportGraph({ inputs, outputs });
  } catch (error) {
    return error;
  }
  return expect.fail('the model was traced');
}

describe('a model that cannot be traced is told what, where and what instead', () => {
  test('a kernel that has no lowering: its name and the line that called it', () => {
    const above = Number(/trace\.test\.ts:(\d+)/.exec(new Error().stack ?? '')?.[1]);
    const error = failure(({ x }) => ({ y: tf.unique(x).values }));
    expect(error).toBeInstanceOf(TraceError);
    expect(error).toMatchObject({ code: 'unknownKernel', kernel: 'Unique' });
    expect(error).toHaveProperty('place', expect.stringContaining(`trace.test.ts:${above + 1}:`));
    expect(error).toHaveProperty('message', expect.stringContaining('give each row its number'));
  });

  test('a lowering that does not go so far', () => {
    const error = failure(({ x }) => ({ y: tf.depthToSpace(tf.reshape(x, [1, 4, 2, 2]), 2, 'NCHW') }));
    expect(error).toMatchObject({ code: 'unsupported', kernel: 'DepthToSpace' });
    expect(error).toHaveProperty('place', expect.stringContaining('trace.test.ts:'));
  });

  test('numbers read while there are none', () => {
    const error = failure(({ x }) => ({ y: (tf.sum(x).dataSync()[0] ?? 0) > 0 ? x : tf.neg(x) }));
    expect(error).toMatchObject({ code: 'valueRead' });
    expect(error).toHaveProperty('message', expect.stringContaining('tf.where'));
    expect(error).toHaveProperty('place', expect.stringMatching(/trace\.test\.ts:\d+/));
  });

  test('numbers of a constant may be read', () => {
    expect(
      failureOf(() =>
        exportGraph({ inputs, outputs: ({ x }) => ({ y: tf.mul(x, tf.scalar(2).dataSync()[0] ?? 0) }) }),
      ),
    ).toBeNull();
  });

  test('texts and complex numbers', () => {
    expect(
      failure(({ x }) => ({ y: tf.add(x, tf.tensor1d(['a']).size), z: tf.tensor1d(['a']) })),
    ).toMatchObject({ code: 'unsupported' });
    expect(failure(({ x }) => ({ y: tf.real(tf.complex(x, x)) }))).toMatchObject({
      code: 'unknownKernel',
      kernel: 'Complex',
    });
  });

  test('a tensor that outlived the trace it came from', () => {
    const leaked: tf.Tensor[] = [];
    exportGraph({
      inputs,
      outputs: ({ x }) => {
        leaked.push(tf.keep(tf.neg(x)));
        return { y: x };
      },
    });
    expect(failure(({ x }) => ({ y: tf.add(x, leaked[0]) }))).toMatchObject({ code: 'signature' });
    for (const tensor of leaked) tensor.dispose();
  });

  test('a trace inside a trace', () => {
    const error = failure(({ x }) => {
      exportGraph({ inputs, outputs: (inner) => ({ y: inner.x }) });
      return { y: x };
    });
    expect(error).toMatchObject({ code: 'signature' });
  });
});

function failureOf(action: () => unknown): unknown {
  try {
    action();
    return null;
  } catch (error) {
    return error;
  }
}

describe('after a trace, also after one that failed', () => {
  const models: Record<string, Model> = {
    good: ({ x }) => ({ y: tf.matMul(x, weights()) }),
    failing: ({ x }) => ({ y: tf.unique(tf.grad((z) => tf.sum(tf.matMul(z, weights())))(x), 1).values }),
  };
  const weights = () => tf.engine().registeredVariables.w;

  for (const [name, model] of Object.entries(models)) {
    test(`${name}: the CPU backend computes, variables hold their numbers, no tensor is left`, () => {
      tf.tidy(() => tf.variable(tf.ones([4, 4]), true, 'w'));
      const tensors = tf.memory().numTensors;
      const buffers = tf.memory().numDataBuffers;
      failureOf(() => exportGraph({ inputs, outputs: model }));
      expect(tf.getBackend()).toBe('cpu');
      expect(Array.from(weights().dataSync())).toEqual(new Array(16).fill(1));
      expect(tf.memory().numTensors).toBe(tensors);
      expect(tf.memory().numDataBuffers).toBe(buffers);
      expect(tf.tidy(() => tf.sum(weights()).dataSync()[0])).toBe(16);
    });
  }

  test('an optimizer whose step could not be traced can still be used', async () => {
    const w = tf.variable(tf.ones([4, 4]), true, 'w');
    const optimizer = tf.train.momentum(0.5, 0.9);
    const compiling = compileTrainingStep({
      inputs,
      optimizer,
      loss: ({ x }) => tf.sum(tf.unique(tf.mul(x, w)).values),
      variables: [w],
    });
    await expect(compiling).rejects.toMatchObject({ code: 'unknownKernel' });
    expect(Array.from(w.dataSync())).toEqual(new Array(16).fill(1));
    optimizer.applyGradients([{ name: 'w', tensor: tf.ones([4, 4]) }]);
    expect(Array.from(w.dataSync())).toEqual(new Array(16).fill(0.5));
  });
});

test('variables that share their numbers are traced apart', async () => {
  const start = tf.scalar(1);
  const [a, b] = [tf.variable(start, true, 'a'), tf.variable(start, true, 'b')];
  const step = await compileTrainingStep({
    inputs: { x: { shape: [], dtype: 'float32' } },
    optimizer: tf.train.sgd(0.1),
    loss: ({ x }) => tf.add(tf.mul(a, x), tf.mul(b, tf.mul(x, 2))),
    variables: [a, b],
  });
  await step.run({ x: Float32Array.of(1) });
  step.commit();
  expect(a.dataSync()[0]).toBeCloseTo(0.9, 6);
  expect(b.dataSync()[0]).toBeCloseTo(0.8, 6);
  expect(start.dataSync()[0]).toBe(1);
  await step.release();
});

test('a loss that is another one each time it is called is refused', async () => {
  const w = tf.variable(tf.ones([4, 4]), true, 'w');
  let calls = 0;
  const compiling = compileTrainingStep({
    inputs,
    optimizer: tf.train.sgd(0.1),
    loss: ({ x }) => tf.sum(tf.mul(tf.mul(x, calls++), w)),
    variables: [w],
  });
  await expect(compiling).rejects.toMatchObject({ code: 'notDeterministic' });
  await expect(compiling).rejects.toThrow('give them in as an input');
});

test('a variable that is disposed or not trainable is named', async () => {
  const fixed = tf.variable(tf.scalar(1), false, 'fixed');
  const compiling = compileTrainingStep({
    inputs,
    optimizer: tf.train.sgd(0.1),
    loss: () => tf.square(fixed),
    variables: [fixed],
  });
  await expect(compiling).rejects.toThrow('The variable fixed is not trainable or was disposed.');
});

test('a loss that does not depend on the variables says so', async () => {
  const w = tf.variable(tf.scalar(1), true, 'w');
  const compiling = compileTrainingStep({
    inputs,
    optimizer: tf.train.sgd(0.1),
    loss: ({ x }) => tf.sum(x),
    variables: [w],
  });
  await expect(compiling).rejects.toThrow('Cannot find a connection between any variable');
});
