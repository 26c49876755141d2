import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportGraph } from '../export.ts';
import { compileTrainingStep } from '../step.ts';
import { tf } from '../tf.ts';
import { dropout, random } from './draws.ts';

afterEach(() => {
  tf.disposeVariables();
});

type Draw = () => tf.Tensor;

/** What a traced step draws: with a rate of 1 and weights of 0, the new weights are the gradients, which are the draws. */
async function tracedDraws(draws: Record<string, Draw>, { seed = 5, steps = 1, threads = 1 } = {}) {
  const eager = eagerDraws(draws, { seed, step: 1 });
  const weights = Object.entries(draws).map(([name]) =>
    tf.tidy(() => tf.variable(tf.zeros([...eager[name].shape]), true, name)),
  );
  const step = await compileTrainingStep({
    inputs: {},
    optimizer: tf.train.sgd(-1),
    loss: () => {
      const sums = Object.values(draws).map((draw, index) =>
        tf.sum(tf.mul(weights[index], tf.cast(draw(), 'float32'))),
      );
      return tf.sum(tf.stack(sums));
    },
    variables: weights,
    seed,
    threads,
  });
  const before = step.state();
  const drawn: Record<string, Float32Array>[] = [];
  for (let index = 0; index < steps; index++) {
    await step.run({});
    const state = step.state();
    drawn.push(Object.fromEntries(weights.map(({ name }) => [name, Float32Array.from(state[name].data)])));
    step.restore({ ...before, 'step/count': state['step/count'] });
  }
  await step.release();
  tf.disposeVariables();
  return drawn;
}

function eagerDraws(draws: Record<string, Draw>, { seed, step }: { seed: number; step: number }) {
  const numbers: Record<string, { shape: readonly number[]; data: Float32Array }> = {};
  random.seeded(seed, step, () => {
    for (const [name, draw] of Object.entries(draws)) {
      const tensor = tf.cast(draw(), 'float32');
      numbers[name] = { shape: tensor.shape, data: Float32Array.from(tensor.dataSync()) };
    }
    return [];
  });
  return numbers;
}

const ones = (...shape: number[]) => tf.ones(shape);

describe('a traced step draws what the eager run of that step draws', () => {
  test('uniform numbers and dropout bit for bit, in every step', async () => {
    const draws: Record<string, Draw> = {
      vector: () => random.uniform([100]),
      matrix: () => random.uniform([32, 48]),
      again: () => random.uniform([32, 48]),
      scalar: () => random.uniform([]),
      dropped: () => dropout(ones(3, 4, 5), 0.3),
      columns: () => dropout(ones(6, 7, 8), 0.5, [6, 1, 8]),
      everything: () => dropout(ones(9), 0),
      nearlyNothing: () => dropout(ones(500), 0.99),
    };
    const seed = -17;
    const traced = await tracedDraws(draws, { seed, steps: 3 });
    for (const [index, drawn] of traced.entries()) {
      const wanted = eagerDraws(draws, { seed, step: index + 1 });
      for (const name of Object.keys(draws)) expect(drawn[name], name).toEqual(wanted[name].data);
    }
    expect(traced[0].matrix).not.toEqual(traced[0].again);
    expect(traced[0].matrix).not.toEqual(traced[1].matrix);
  });

  test('normal numbers to the last roundings of logarithm and sine', async () => {
    const draws = {
      even: () => random.normal([64, 10]),
      odd: () => random.normal([7]),
      one: () => random.normal([]),
    };
    const [drawn] = await tracedDraws(draws);
    const wanted = eagerDraws(draws, { seed: 5, step: 1 });
    for (const name of Object.keys(draws)) {
      for (const [index, number] of wanted[name].data.entries()) {
        expect(Math.abs(drawn[name][index] - number), name).toBeLessThan(
          1e-5 * Math.max(1, Math.abs(number)),
        );
      }
    }
  });

  test('also with two threads', async () => {
    const draws = { many: () => random.uniform([600, 300]) };
    const [drawn] = await tracedDraws(draws, { threads: 2 });
    expect(drawn.many).toEqual(eagerDraws(draws, { seed: 5, step: 1 }).many.data);
  });
});

describe('the distributions', () => {
  const sample = 200_000;

  test('normal numbers have the moments of the standard normal', () => {
    const { data } = eagerDraws({ z: () => random.normal([sample]) }, { seed: 1, step: 1 }).z;
    const moment = (power: number) => data.reduce((sum, value) => sum + value ** power, 0) / sample;
    // Five standard errors; the variances of the powers are 1, 2, 15 and 96.
    for (const [power, wanted, variance] of [
      [1, 0, 1],
      [2, 1, 2],
      [3, 0, 15],
      [4, 3, 96],
    ]) {
      expect(Math.abs(moment(power) - wanted), `power ${power}`).toBeLessThan(
        5 * Math.sqrt(variance / sample),
      );
    }
  });

  test('dropout keeps its share, and scales so that the mean stays', () => {
    for (const rate of [0.1, 0.5, 0.8]) {
      const { data } = eagerDraws({ x: () => dropout(ones(sample), rate) }, { seed: 2, step: 1 }).x;
      expect(new Set(data)).toEqual(new Set([0, Math.fround(1 / (1 - rate))]));
      const dropped = data.filter((value) => value === 0).length;
      expect(Math.abs(dropped - rate * sample)).toBeLessThan(5 * Math.sqrt(sample * rate * (1 - rate)));
    }
  });

  test('what dropout drops has no gradient, what it keeps has its scale', () => {
    const [value, slope] = random.seeded(3, 1, () => {
      const { value, grad } = tf.valueAndGrad((x: tf.Tensor) => dropout(x, 0.4))(ones(50, 4));
      return [value, grad];
    });
    expect(slope.dataSync()).toEqual(value.dataSync());
    tf.dispose([value, slope]);
  });
});

/** A network with dropout, and what a training run of it ends with. */
async function trained(seed: number, steps: number, interrupted = false) {
  const weight = (name: string, rows: number, columns: number) =>
    tf.tidy(() => tf.variable(tf.sin(tf.reshape(tf.range(0, rows * columns), [rows, columns])), true, name));
  const compile = async () => {
    tf.disposeVariables();
    const [first, second] = [weight('first', 4, 16), weight('second', 16, 1)];
    return compileTrainingStep({
      inputs: { x: { shape: [32, 4], dtype: 'float32' } },
      optimizer: tf.train.adam(0.01),
      loss: ({ x }) => {
        const noisy = tf.add(x, tf.mul(0.1, random.normal([32, 4])));
        const output = tf.matMul(dropout(tf.relu(tf.matMul(noisy, first)), 0.5), second);
        return tf.losses.meanSquaredError(tf.sum(x, 1, true), output);
      },
      variables: [first, second],
      seed,
    });
  };
  const x = Float32Array.from({ length: 128 }, (_, index) => Math.cos(index * 1.7));
  let step = await compile();
  const losses: number[] = [];
  for (let index = 0; index < steps; index++) {
    if (interrupted && index === Math.floor(steps / 2)) {
      const saved = step.state();
      await step.release();
      step = await compile();
      step.restore(saved);
    }
    losses.push(await step.run({ x }));
  }
  const state = step.state();
  await step.release();
  tf.disposeVariables();
  return { losses, state };
}

describe('a seeded training run', () => {
  test('ends in the same weights, bit for bit, and in others with another seed', async () => {
    const wanted = await trained(11, 20);
    expect(await trained(11, 20)).toEqual(wanted);
    expect((await trained(12, 20)).state.first.data).not.toEqual(wanted.state.first.data);
  });

  test('that was stopped, saved and resumed equals the undisturbed one, bit for bit', async () => {
    const wanted = await trained(11, 20);
    expect(await trained(11, 20, true)).toEqual(wanted);
    expect(wanted.state['step/count']).toEqual({ shape: [], dtype: 'int32', data: Int32Array.of(20) });
  });

  test('ends in the same weights in every process, and draws what is drawn here', () => {
    const engine = new URL('../index.ts', import.meta.url).href;
    const script = `
      import { compileTrainingStep, dropout, random, tf } from ${JSON.stringify(engine)};
      const weights = tf.variable(tf.ones([8, 8]), true, 'weights');
      const step = await compileTrainingStep({
        inputs: {},
        optimizer: tf.train.adam(0.1),
        loss: () => tf.sum(tf.square(dropout(tf.tanh(tf.matMul(random.normal([16, 8]), weights)), 0.3))),
        variables: [weights],
        seed: 3,
      });
      for (let index = 0; index < 10; index++) await step.run({});
      const drawn = random.seeded(9, 4, () => [random.uniform([50]), random.normal([50])]);
      console.log(JSON.stringify([step.state().weights, ...drawn].map((tensor) =>
        [...(tensor instanceof tf.Tensor ? tensor.dataSync() : tensor.data)])));
      await step.release();`;
    const run = () => {
      const child = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
        encoding: 'utf8',
      });
      return z.array(z.array(z.number())).parse(JSON.parse(child.stdout || `"${child.stderr}"`));
    };
    const [weights, ...drawn] = run();
    expect(run()).toEqual([weights, ...drawn]);
    expect(weights).not.toEqual(new Array(64).fill(1));
    const here = random.seeded(9, 4, () => [random.uniform([50]), random.normal([50])]);
    expect(drawn).toEqual(here.map((tensor) => [...tensor.dataSync()]));
    tf.dispose(here);
  });
});

describe('what is refused, and what to do instead', () => {
  const weight = () => tf.tidy(() => tf.variable(tf.ones([4])));
  const compile = (loss: (w: tf.Variable) => tf.Tensor, seed?: number) => {
    const variable = weight();
    return compileTrainingStep({
      inputs: {},
      optimizer: tf.train.sgd(0.1),
      loss: () => tf.sum(tf.mul(variable, loss(variable))),
      variables: [variable],
      seed,
    });
  };

  test('a draw without a seed, with the line of the model', async () => {
    const compiling = compile((w) => dropout(w, 0.5));
    await expect(compiling).rejects.toMatchObject({ code: 'signature' });
    await expect(compiling).rejects.toThrow('give compileTrainingStep a seed');
    await expect(compiling).rejects.toMatchObject({ place: expect.stringContaining('draws.test.ts:') });
    expect(() => random.uniform([2])).toThrow('random.seeded');
  });

  test('an exported graph that draws, also inside random.seeded: its numbers would be the same in every run', () => {
    const exporting = () =>
      exportGraph({
        inputs: { x: { shape: [2], dtype: 'float32' } },
        outputs: ({ x }) => ({ y: dropout(x, 0.5) }),
      });
    expect(exporting).toThrow('leave them out of what is exported');
    random.seeded(1, 1, () => {
      expect(exporting).toThrow('leave them out of what is exported');
      return [];
    });
  });

  test('seeds and rates that are none', async () => {
    await expect(compile((w) => dropout(w, 0.5), 0.5)).rejects.toThrow('The seed is 0.5');
    await expect(compile((w) => dropout(w, 0.5), 2 ** 31)).rejects.toThrow('The seed is 2147483648');
    for (const rate of [1, -0.1, Number.NaN]) {
      await expect(compile((w) => dropout(w, rate), 1)).rejects.toThrow(`The rate of dropout is ${rate}`);
    }
  });

  const own: Record<string, (w: tf.Tensor) => tf.Tensor> = {
    'tf.dropout': (w) => tf.dropout(w, 0.5),
    'tf.dropout with a seed': (w) => tf.dropout(w, 0.5, undefined, 3),
    'tf.randomUniform': (w) => tf.mul(w, tf.randomUniform([4])),
    'tf.randomNormal with a seed': (w) => tf.mul(w, tf.randomNormal([4], 0, 1, 'float32', 3)),
    'tf.randomStandardNormal': (w) => tf.mul(w, tf.randomStandardNormal([4], 'float32', 3)),
    'tf.randomGamma': (w) => tf.mul(w, tf.randomGamma([4], 2, 1, 'float32', 3)),
    'tf.randomUniformInt': (w) => tf.mul(w, tf.randomUniformInt([4], 0, 9, 3)),
    'tf.truncatedNormal': (w) => tf.mul(w, tf.truncatedNormal([4], 0, 1, 'float32', 3)),
    'tf.rand': (w) =>
      tf.mul(
        w,
        tf.rand([4], () => 0.5),
      ),
  };
  for (const [name, loss] of Object.entries(own)) {
    test(`${name}, which would stay the same in every step`, async () => {
      const compiling = compile(loss, 1);
      await expect(compiling).rejects.toMatchObject({ code: 'notDeterministic' });
      await expect(compiling).rejects.toThrow('Use dropout, random.uniform or random.normal');
      await expect(compiling).rejects.toMatchObject({ place: expect.stringContaining('draws.test.ts:') });
    });
  }

  test('tf.multinomial', async () => {
    const probabilities = () => tf.cast(tf.multinomial(tf.tensor1d([0.1, 0.9]), 4, 3), 'float32');
    await expect(compile((w) => tf.mul(w, probabilities()), 1)).rejects.toThrow(
      'Multinomial cannot be traced',
    );
  });
});

test('a step that draws nothing takes a seed and needs none', async () => {
  const weight = tf.variable(tf.scalar(1), true, 'weight');
  const step = await compileTrainingStep({
    inputs: {},
    optimizer: tf.train.sgd(0.1),
    loss: () => tf.square(weight),
    variables: [weight],
    seed: 4,
  });
  expect(await step.run({})).toBe(1);
  await step.release();
});
