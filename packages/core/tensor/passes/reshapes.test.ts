import { expect, test } from 'vitest';
import { expectSameNumbers, graphOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { joinReshapes } from './reshapes.ts';

test('of several shapes in a row the last one is given, and none where it is the first again', async () => {
  const data = Float32Array.from({ length: 12 }, (_, at) => at - 5);
  const inputs = { x: { shape: [3, 4], dtype: 'float32', data } } as const;
  const graph = graphOf({
    inputs,
    compute: ({ x }) => ({
      last: tf.neg(tf.reshape(tf.reshape(tf.abs(x), [12]), [2, 6])),
      same: tf.neg(tf.reshape(tf.reshape(tf.exp(x), [2, 6]), [3, 4])),
      between: tf.reshape(tf.sin(tf.reshape(x, [6, 2])), [12]),
    }),
  });
  const { before, after } = await expectSameNumbers(graph, inputs, joinReshapes);
  expect([before('Reshape'), after('Reshape')]).toEqual([6, 3]);
});
