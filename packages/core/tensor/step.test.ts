import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DivergedError } from './divergence.ts';
import { SessionError } from './errors.ts';
import { compileTrainingStep } from './step.ts';
import {
  batch,
  expectRateFollows,
  expectSameRun,
  inputs,
  network,
  optimizers,
  rows,
} from './testing/small-network.ts';
import { tf } from './tf.ts';

let tensorsBefore = 0;
beforeEach(() => {
  tensorsBefore = tf.memory().numTensors;
});
afterEach(() => {
  tf.disposeVariables();
});

describe('against the eager CPU backend', () => {
  for (const [name, optimizer] of Object.entries(optimizers)) {
    test(`100 steps of ${name} follow the same losses and end in the same variables`, async () => {
      await expectSameRun({ optimizer: () => optimizer() });
    });
  }
});

for (const [name, optimizer] of Object.entries(optimizers)) {
  test(`a learning rate set on the step of ${name} is the same as one that the optimizer was made with`, () =>
    expectRateFollows((rate) => optimizer(rate)));
}

test('compiling leaves the optimizer as it was', async () => {
  const model = network();
  const [traced, untouched] = [tf.train.sgd(0.1), tf.train.sgd(0.1)];
  const step = await compileTrainingStep({ ...model, inputs, optimizer: traced });
  await step.release();
  expect(traced.getConfig()).toEqual(untouched.getConfig());
  const gradient = [{ name: 'w3', tensor: tf.ones([16, 1]) }];
  traced.applyGradients(gradient);
  const once = model.variables[4].dataSync().slice();
  untouched.applyGradients(gradient);
  const twice = model.variables[4].dataSync();
  expect((twice[0] - once[0]).toFixed(5)).toBe('-0.10000');
});

test('the same start gives the same bits, with one thread', async () => {
  const run = async () => {
    const step = await compileTrainingStep({
      ...network(),
      inputs,
      optimizer: tf.train.adam(0.01),
      threads: 1,
    });
    for (let index = 0; index < 50; index++) await step.run(batch(index + 1));
    const state = step.state();
    await step.release();
    tf.disposeVariables();
    return state;
  };
  expect(await run()).toEqual(await run());
});

test('a restored state continues as if it had never stopped', async () => {
  const step = await compileTrainingStep({ ...network(), inputs, optimizer: tf.train.adam(0.01) });
  for (let index = 0; index < 5; index++) await step.run(batch(index + 1));
  const saved = step.state();
  const wanted = [await step.run(batch(6)), await step.run(batch(7))];
  step.restore(saved);
  expect([await step.run(batch(6)), await step.run(batch(7))]).toEqual(wanted);
  await step.release();

  tf.disposeVariables();
  const later = await compileTrainingStep({ ...network(), inputs, optimizer: tf.train.adam(0.01) });
  later.restore(saved);
  expect([await later.run(batch(6)), await later.run(batch(7))]).toEqual(wanted);
  await later.release();
});

test("state names the optimizer's variables after what they belong to, the same in every process", async () => {
  const step = await compileTrainingStep({ ...network(), inputs, optimizer: tf.train.adam(0.01) });
  const names = Object.keys(step.state());
  await step.release();
  for (const name of ['w1', 'b1', 'w2', 'b2', 'w3']) {
    expect(names).toEqual(expect.arrayContaining([name, `optimizer/${name}/m`, `optimizer/${name}/v`]));
  }
  expect(names).toEqual(expect.arrayContaining(['optimizer/accBeta1', 'optimizer/accBeta2', 'step/count']));
  expect(names).toHaveLength(18);
});

test('a committed step can be compiled again, with other shapes, and goes on', async () => {
  const model = network();
  const optimizer = tf.train.adam(0.01);
  const step = await compileTrainingStep({ ...model, inputs, optimizer });
  await step.run(batch(1));
  step.commit();
  const wanted = await step.run(batch(2));
  await step.release();
  const again = await compileTrainingStep({ ...model, inputs, optimizer });
  expect(await again.run(batch(2))).toBe(wanted);
  await again.release();
});

test('until commit the variables stay as they were, and no tensor is left behind', async () => {
  const model = network();
  const optimizer = tf.train.adam(0.01);
  const before = model.variables.map((variable) => variable.dataSync().slice());
  const step = await compileTrainingStep({ ...model, inputs, optimizer });
  const compiled = tf.memory().numTensors;
  // Five weights, two moments each, and the two powers of beta.
  expect(compiled - tensorsBefore).toBe(17);
  await step.run(batch(1));
  expect(model.variables.map((variable) => variable.dataSync())).toEqual(before);
  step.commit();
  expect(model.variables[0].dataSync()).not.toEqual(before[0]);
  expect(tf.memory().numTensors).toBe(compiled);
  await step.release();
});

test('variables that only the loss reads are taken as they are and stay', async () => {
  const weight = tf.variable(tf.scalar(1), true, 'weight');
  const offset = tf.variable(tf.scalar(3), false, 'offset');
  const step = await compileTrainingStep({
    inputs: { x: { shape: [], dtype: 'float32' } },
    optimizer: tf.train.sgd(0.1),
    loss: ({ x }) => tf.square(tf.sub(tf.mul(weight, x), offset)),
    variables: [weight],
  });
  expect(await step.run({ x: Float32Array.of(1) })).toBeCloseTo(4, 6);
  expect(await step.run({ x: Float32Array.of(1) })).toBeCloseTo(2.56, 5);
  expect(Object.keys(step.state())).toEqual(['weight', 'step/count']);
  await step.release();
});

describe('when training leaves the finite numbers', () => {
  const diverging = async () => {
    const weight = tf.variable(tf.scalar(1), true, 'weight');
    const step = await compileTrainingStep({
      inputs: { x: { shape: [1], dtype: 'float32' } },
      optimizer: tf.train.sgd(0.5),
      // Finite at x = 0, where its gradient is not.
      loss: ({ x }) => tf.sum(tf.sqrt(tf.mul(weight, x))),
      variables: [weight],
    });
    return step;
  };

  test('run says at which step, and the state stays the last good one', async () => {
    const step = await diverging();
    await step.run({ x: Float32Array.of(1) });
    const good = step.state();
    const failed = step.run({ x: Float32Array.of(Number.NaN) });
    await expect(failed).rejects.toThrow(DivergedError);
    await expect(failed).rejects.toMatchObject({ code: 'lossNotFinite', step: 2 });
    expect(step.state()).toEqual(good);
    expect(await step.run({ x: Float32Array.of(1) })).toBeCloseTo(Math.sqrt(0.75), 6);
    await step.release();
  });

  test('a step with a finite loss but an infinite gradient is undone when the next one shows it', async () => {
    const step = await diverging();
    await step.run({ x: Float32Array.of(1) });
    const good = step.state();
    expect(await step.run({ x: Float32Array.of(0) })).toBe(0);
    await expect(step.run({ x: Float32Array.of(1) })).rejects.toMatchObject({ step: 3 });
    expect(step.state()).toEqual(good);
    await step.release();
  });

  test('training goes on from there, and the next such step is undone too', async () => {
    const step = await diverging();
    for (let round = 0; round < 3; round++) {
      await step.run({ x: Float32Array.of(0.1) });
      const good = step.state();
      await step.run({ x: Float32Array.of(0) });
      await expect(step.run({ x: Float32Array.of(1) })).rejects.toThrow(DivergedError);
      expect(step.state(), `round ${round}`).toEqual(good);
    }
    await step.release();
  });
});

describe('a step that diverges says what was not finite', () => {
  const step = () => {
    const [weight, offset] = [
      tf.tidy(() => tf.variable(tf.ones([2]), true, 'weight')),
      tf.tidy(() => tf.variable(tf.scalar(2), false, 'offset')),
    ];
    return compileTrainingStep({
      inputs: { x: { shape: [4, 2], dtype: 'float32' }, y: { shape: [4], dtype: 'float32' } },
      optimizer: tf.train.sgd(0.5),
      loss: ({ x, y }) => {
        // Grows faster than any float32 where y is large.
        const power = tf.exp(tf.mul(tf.mean(y), 100));
        return tf.sum(tf.mul(tf.sqrt(tf.add(tf.mean(tf.mul(x, weight)), offset)), power));
      },
      variables: [weight],
    });
  };
  const zeros = (length: number) => new Float32Array(length);

  test('the input, with its first row and how many values', async () => {
    const compiled = await step();
    const x = Float32Array.of(0, 0, 0, 0, 0, Number.NaN, Number.POSITIVE_INFINITY, 0);
    const y = Float32Array.of(0, Number.NaN, 0, 0);
    const failed = compiled.run({ x, y });
    await expect(failed).rejects.toMatchObject({
      step: 1,
      inputs: [
        { name: 'x', count: 2, of: 8, index: 5, row: 2 },
        { name: 'y', count: 1, of: 4, index: 1, row: 1 },
      ],
      variables: [],
    });
    await expect(failed).rejects.toThrow(
      'The loss is NaN at step 1: the input x has 2 of 8 values that are NaN or infinite, the first (NaN) at index 5 in ' +
        'row 2, and others in y. The last good state was kept.',
    );
    await compiled.release();
  });

  test('the variable that left the finite numbers, where all inputs are finite', async () => {
    const compiled = await step();
    // The root of 2 + mean(x) is 0 here, and its slope infinite.
    const edge = new Float32Array(8).fill(-2);
    expect(await compiled.run({ x: edge, y: zeros(4) })).toBe(0);
    const failed = compiled.run({ x: zeros(8), y: zeros(4) });
    await expect(failed).rejects.toMatchObject({
      step: 2,
      inputs: [],
      variables: [{ name: 'weight', count: 2 }],
    });
    await expect(failed).rejects.toThrow('all inputs are finite, but the variable weight had 2 of 2 values');
    await compiled.release();
  });

  test('that it is the loss itself, where all inputs and variables are finite', async () => {
    const compiled = await step();
    const failed = compiled.run({ x: zeros(8), y: new Float32Array(4).fill(1) });
    await expect(failed).rejects.toMatchObject({ loss: Number.POSITIVE_INFINITY, inputs: [], variables: [] });
    await expect(failed).rejects.toThrow('all inputs and variables are finite');
    await compiled.release();
  });

  test('steps are counted on after a restore, and a failed step does not count', async () => {
    const compiled = await step();
    await compiled.run({ x: zeros(8), y: zeros(4) });
    await expect(compiled.run({ x: zeros(8).fill(Number.NaN), y: zeros(4) })).rejects.toMatchObject({
      step: 2,
    });
    const saved = compiled.state();
    expect(saved['step/count'].data[0]).toBe(1);
    compiled.restore({ ...saved, 'step/count': { shape: [], dtype: 'int32', data: Int32Array.of(40) } });
    await expect(compiled.run({ x: zeros(8).fill(Number.NaN), y: zeros(4) })).rejects.toMatchObject({
      step: 41,
    });
    await compiled.release();
  });
});

describe('what run and restore refuse', () => {
  test('missing, unknown and misshapen inputs, by name', async () => {
    const step = await compileTrainingStep({ ...network(), inputs, optimizer: tf.train.sgd(0.1) });
    const { x, y, weight } = batch(1);
    await expect(step.run({ x, y })).rejects.toThrow('Inputs are missing: weight.');
    await expect(step.run({ x, y, weight, z: y })).rejects.toThrow(
      'There are no inputs z; known: x, y, weight.',
    );
    await expect(step.run({ x: x.subarray(1), y, weight })).rejects.toThrow(
      'The input x takes float32[32, 6], 32 rows of 6 values; it was given 191 values, which are no whole rows.',
    );
    await expect(step.run({ x: x.subarray(0, 96), y, weight })).rejects.toThrow(
      'The input x takes float32[32, 6], 32 rows of 6 values; it was given 16 rows.',
    );
    await expect(step.run({ x, y: new Int32Array(rows), weight })).rejects.toThrow(SessionError);
    await step.release();
    await expect(step.run({ x, y, weight })).rejects.toMatchObject({ code: 'released' });
  });

  test('a second step before the first is done', async () => {
    const step = await compileTrainingStep({ ...network(), inputs, optimizer: tf.train.sgd(0.1) });
    const first = step.run(batch(1));
    await expect(step.run(batch(1))).rejects.toMatchObject({ code: 'busy' });
    await first;
    await step.release();
  });

  test('a state of another model, and nothing is changed then', async () => {
    const step = await compileTrainingStep({ ...network(), inputs, optimizer: tf.train.sgd(0.1) });
    const before = step.state();
    const { w1, ...others } = before;
    expect(() => step.restore(others)).toThrow('w1 is float32[6, 16] here, but missing there.');
    const wrong = { ...before, w1: { shape: [1], dtype: 'float32' as const, data: new Float32Array(1) } };
    expect(() => step.restore(wrong)).toThrow('w1 is float32[6, 16] here, but float32[1] there.');
    expect(step.state()).toEqual(before);
    expect(w1).toBeDefined();
    await step.release();
  });
});
