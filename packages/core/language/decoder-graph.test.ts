/** The exported decoder computes what was trained, at once and symbol after symbol. */

import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { tf } from '../tensor/index.ts';
import { decoderGraph } from './decoder-graph.ts';
import { languageLogits } from './forward.ts';
import { firstLanguageWeights } from './training.ts';

const architecture = { vocabulary: 11, positions: 12, width: 8, heads: 2, blocks: 2 };
const weights = Object.fromEntries(
  Object.entries(firstLanguageWeights(architecture, 5)).map(([name, tensor]) => [
    name,
    // Ten times as large as training begins, so that attention has something to tell apart.
    {
      ...tensor,
      data: Float32Array.from(tensor.data, (value) => (name.includes('gain') ? value : value * 10)),
    },
  ]),
);
const text = [3, 1, 4, 1, 5, 9, 2];

/** [symbols, vocabulary] from TensorFlow.js. */
function expectedLogits(symbols: readonly number[]): readonly number[] {
  return tf.tidy(() => {
    const tensors = Object.fromEntries(
      Object.entries(weights).map(([name, { data, shape }]) => [name, tf.tensor(data, [...shape])]),
    );
    const input = tf.tensor2d([...symbols], [1, symbols.length], 'int32');
    return [...languageLogits(architecture, tensors, input, (x) => x).dataSync()];
  });
}

const whole = (values: readonly number[], shape: readonly number[]) =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), shape);

const emptyCache = (sequences: number) =>
  Object.fromEntries(
    [0, 1].flatMap((block) =>
      ['key', 'value'].map((name) => [
        `past_key_values.${block}.${name}`,
        new Tensor('float32', new Float32Array(0), [sequences, 2, 0, 4]),
      ]),
    ),
  );

const numbers = (tensor: Tensor | undefined) => Array.from(tensor?.data ?? [], Number);

function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  const most = Math.max(...found.map((value, place) => Math.abs(value - (expected[place] ?? Number.NaN))));
  expect(most).toBeLessThan(1e-4);
}

test('a whole text at once gives the logits of the trained network', async () => {
  const session = await InferenceSession.create(decoderGraph(architecture, weights));
  const { logits } = await session.run({
    input_ids: whole(text, [1, 7]),
    attention_mask: whole(
      text.map(() => 1),
      [1, 7],
    ),
    position_ids: whole([...text.keys()], [1, 7]),
    ...emptyCache(1),
  });
  expectClose(numbers(logits), expectedLogits(text));
  await session.release();
});

test('symbol after symbol through the cache gives the same logits', async () => {
  const session = await InferenceSession.create(decoderGraph(architecture, weights));
  let cache: Record<string, Tensor> = emptyCache(1);
  const found: number[] = [];
  for (const [place, symbol] of text.entries()) {
    const results = await session.run({
      input_ids: whole([symbol], [1, 1]),
      attention_mask: whole(
        Array.from({ length: place + 1 }, () => 1),
        [1, place + 1],
      ),
      position_ids: whole([place], [1, 1]),
      ...cache,
    });
    found.push(...numbers(results.logits));
    cache = Object.fromEntries(
      Object.entries(results).flatMap(([name, tensor]) =>
        name === 'logits' ? [] : [[name.replace('present', 'past_key_values'), tensor]],
      ),
    );
  }
  expectClose(found, expectedLogits(text));
  await session.release();
});

test('padding before a shorter text does not change what follows it', async () => {
  const session = await InferenceSession.create(decoderGraph(architecture, weights));
  const short = text.slice(0, 4);
  const { logits } = await session.run({
    input_ids: whole([...text, 0, 0, 0, ...short], [2, 7]),
    attention_mask: whole([1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1], [2, 7]),
    position_ids: whole([0, 1, 2, 3, 4, 5, 6, 1, 1, 1, 0, 1, 2, 3], [2, 7]),
    ...emptyCache(2),
  });
  const all = numbers(logits);
  expectClose(all.slice(0, 7 * 11), expectedLogits(text));
  expectClose(all.slice(10 * 11), expectedLogits(short));
  await session.release();
});
