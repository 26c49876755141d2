import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { compileTrainingStep } from '../step.ts';
import { expectSameRun, network, optimizers } from '../testing/small-network.ts';
import { tf } from '../tf.ts';
import { AdamW } from './adam-w.ts';
import { clipByGlobalNorm } from './clip-by-global-norm.ts';

afterEach(() => {
  tf.disposeVariables();
});

/** Both gradients as one vector, before and after. */
function clipped(first: readonly number[], second: readonly number[], norm: number) {
  const gradients = { first: tf.tensor1d([...first]), second: tf.tensor1d([...second]) };
  const result = clipByGlobalNorm(gradients, norm);
  const flat = ({ first, second }: tf.NamedTensorMap) => [...first.dataSync(), ...second.dataSync()];
  const vectors = { before: flat(gradients), after: flat(result) };
  tf.dispose([gradients, result]);
  return vectors;
}

const length = (vector: readonly number[]) => Math.hypot(...vector);
const list = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 5 });

describe('gradients as one vector', () => {
  test('are never longer than the norm, and keep their direction', () => {
    fc.assert(
      fc.property(list, list, fc.double({ min: 0.01, max: 50, noNaN: true }), (first, second, norm) => {
        const { before, after } = clipped(first, second, norm);
        expect(length(after)).toBeLessThanOrEqual(norm * (1 + 1e-5));
        const scale = Math.min(1, norm / length(before));
        for (const [at, value] of before.entries()) {
          expect(Math.abs(after[at] - scale * value)).toBeLessThanOrEqual(
            1e-5 * Math.max(1, Math.abs(value)),
          );
        }
      }),
      { seed: Number(process.env.SEED ?? 20_261_124) },
    );
  });

  test('stay bit for bit as they are while they are not longer, zeros included', () => {
    for (const [first, second] of [
      [[0.1, -0.2], [0.3]],
      [[0], [0]],
    ]) {
      const { before, after } = clipped(first, second, 1);
      expect(after).toEqual(before);
    }
  });

  test('that are NaN stay so, and are not hidden', () => {
    expect(clipped([Number.NaN], [1], 1).after).toEqual([Number.NaN, Number.NaN]);
  });
});

const all = {
  ...optimizers,
  adamW: (_rate: undefined, variables: readonly tf.Variable[]) => new AdamW(0.01, 0.1, variables),
};

describe('a traced step with clipping', () => {
  for (const [name, optimizer] of Object.entries(all)) {
    test(`100 steps of ${name} follow the eager run`, async () => {
      await expectSameRun({
        optimizer: (variables) => optimizer(undefined, variables),
        clipGlobalNorm: 0.05,
      });
    });
  }

  test('moves the variables of gradient descent by rate × norm where the gradient is longer', async () => {
    const [rate, norm] = [0.1, 0.01];
    const [a, b] = [tf.variable(tf.tensor1d([1, 2]), true, 'a'), tf.variable(tf.scalar(3), true, 'b')];
    const step = await compileTrainingStep({
      inputs: {},
      optimizer: tf.train.sgd(rate),
      loss: () => tf.add(tf.sum(tf.square(a)), tf.square(b)),
      variables: [a, b],
      clipGlobalNorm: norm,
    });
    await step.run({});
    const state = step.state();
    await step.release();
    // The gradient is twice the variables, so it points where they do.
    const shrink = 1 - (rate * norm) / Math.hypot(1, 2, 3);
    expect([...state.a.data, ...state.b.data]).toEqual(
      [1, 2, 3].map((value) => expect.closeTo(value * shrink, 5)),
    );
  });

  test('leaves a variable alone that the loss does not read', async () => {
    const [read, unread] = [
      tf.variable(tf.scalar(1), true, 'read'),
      tf.variable(tf.scalar(1), true, 'unread'),
    ];
    const step = await compileTrainingStep({
      inputs: {},
      optimizer: tf.train.adam(0.1),
      loss: () => tf.square(read),
      variables: [read, unread],
      clipGlobalNorm: 1,
    });
    await step.run({});
    step.commit();
    await step.release();
    expect(unread.dataSync()[0]).toBe(1);
    expect(read.dataSync()[0]).not.toBe(1);
  });

  test('refuses a norm that is not larger than 0', async () => {
    for (const clipGlobalNorm of [0, -1, Number.NaN]) {
      const compiling = compileTrainingStep({
        ...network(),
        inputs: {},
        optimizer: tf.train.sgd(1),
        clipGlobalNorm,
      });
      await expect(compiling).rejects.toThrow(`clipGlobalNorm is ${clipGlobalNorm}`);
      tf.disposeVariables();
    }
  });
});
