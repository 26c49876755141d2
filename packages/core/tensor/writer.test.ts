import onnxProto from 'onnx-proto';
import { expect, test } from 'vitest';
import { exportGraph } from './export.ts';
import { tf } from './tf.ts';

const { ModelProto } = onnxProto.onnx;
const read = (file: Uint8Array) => ModelProto.toObject(ModelProto.decode(file), { longs: Number });
const float = (...dim: object[]) => ({ tensorType: { elemType: 1, shape: { dim } } });

test('a file says its versions, and names the open axes of what goes in and comes out', () => {
  const file = exportGraph({
    inputs: { x: { shape: ['batch', 3], dtype: 'float32' } },
    outputs: ({ x }) => ({ y: tf.sum(x, 1), twice: tf.concat([x, x], 0) }),
  });
  const rows = { dimParam: 'batch' };
  expect(read(file)).toMatchObject({
    irVersion: 9,
    opsetImport: [{ domain: '', version: 20 }],
    graph: {
      input: [{ name: 'x', type: float(rows, { dimValue: 3 }) }],
      output: [
        { name: 'y', type: float(rows) },
        { name: 'twice', type: float({ dimParam: '2*batch' }, { dimValue: 3 }) },
      ],
    },
  });
});

test('a constant used twice is stored once, and what is not used is not stored', () => {
  const file = exportGraph({
    inputs: { x: { shape: [2], dtype: 'float32' } },
    outputs: ({ x }) => {
      tf.mul(x, 5);
      return { y: tf.add(tf.mul(x, 3), tf.scalar(3)) };
    },
  });
  const { graph } = ModelProto.decode(file);
  expect(graph?.initializer).toHaveLength(1);
  expect(graph?.node?.map((node) => node.opType)).toEqual(['Mul', 'Add']);
});
