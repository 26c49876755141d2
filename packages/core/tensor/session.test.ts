import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportGraph } from './export.ts';
import { openSession } from './session.ts';
import { tf } from './tf.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'praxis-session-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const doubling = () =>
  exportGraph({
    inputs: { x: { shape: ['batch', 2], dtype: 'float32' } },
    outputs: ({ x }) => ({ y: tf.mul(x, 2) }),
  });
const x = { shape: [1, 2], dtype: 'float32', data: Float32Array.of(1, 2) } as const;

test('a model opens from bytes and from a file', async () => {
  const file = join(folder, 'model.onnx');
  await writeFile(file, doubling());
  for (const model of [doubling(), file]) {
    const session = await openSession(model);
    expect(await session.run({ x })).toEqual({
      y: { shape: [1, 2], dtype: 'float32', data: Float32Array.of(2, 4) },
    });
    await session.release();
  }
});

test('a model opens from a part of a larger buffer', async () => {
  const bytes = doubling();
  const larger = new Uint8Array(bytes.length + 20);
  larger.set(bytes, 10);
  const session = await openSession(larger.subarray(10, 10 + bytes.length));
  expect(session.outputs).toEqual(['y']);
  await session.release();
});

test('results stay when the session computes again', async () => {
  const session = await openSession(doubling());
  const { y: first } = await session.run({ x });
  await session.run({ x: { ...x, data: Float32Array.of(5, 5) } });
  expect(first.data).toEqual(Float32Array.of(2, 4));
  await session.release();
});

describe('what a session refuses', () => {
  test('a file that is missing, damaged or none of ours', async () => {
    await expect(openSession(join(folder, 'none.onnx'))).rejects.toMatchObject({ code: 'unreadableModel' });
    await expect(openSession(doubling().subarray(0, 40))).rejects.toMatchObject({ code: 'unreadableModel' });
    await expect(openSession(new TextEncoder().encode('no model at all'))).rejects.toThrow(
      'The model cannot be opened',
    );
  });

  test('inputs that are missing, unknown or of another type, shape or length', async () => {
    const session = await openSession(doubling());
    await expect(session.run({})).rejects.toThrow('Inputs are missing: x.');
    await expect(session.run({ x, z: x })).rejects.toThrow('There are no inputs z; known: x.');
    await expect(session.run({ x: { ...x, shape: [2, 1] } })).rejects.toThrow(
      'The input x is float32[2, 1], the model takes float32[any, 2].',
    );
    const whole = { shape: [1, 2], dtype: 'int32', data: Int32Array.of(1, 2) } as const;
    await expect(session.run({ x: whole })).rejects.toThrow(
      'The input x is int32[1, 2], the model takes float32[any, 2].',
    );
    await expect(session.run({ x: { ...x, data: new Float32Array(3) } })).rejects.toThrow(
      'its data is a Float32Array of 3',
    );
    await expect(session.run({ x: { ...x, data: Int32Array.of(1, 2) } })).rejects.toThrow(
      'its data is a Int32Array of 2',
    );
    await session.release();
  });

  test('inputs that have different numbers of rows', async () => {
    const column = { shape: ['batch', 1], dtype: 'float32' } as const;
    const session = await openSession(
      exportGraph({ inputs: { a: column, b: column }, outputs: ({ a, b }) => ({ y: tf.add(a, b) }) }),
    );
    const a = { shape: [1, 1], dtype: 'float32', data: Float32Array.of(1) } as const;
    const b = { shape: [2, 1], dtype: 'float32', data: Float32Array.of(1, 2) } as const;
    await expect(session.run({ a, b })).rejects.toThrow('The inputs a and b have 1 and 2 rows.');
    await session.release();
  });

  test('a number that an operator cannot use', async () => {
    const session = await openSession(
      exportGraph({
        inputs: { at: { shape: ['batch'], dtype: 'int32' } },
        outputs: ({ at }) => ({ y: tf.gather(tf.tensor1d([1, 2, 3]), tf.cast(at, 'int32')) }),
      }),
    );
    const at = { shape: [1], dtype: 'int32', data: Int32Array.of(7) } as const;
    await expect(session.run({ at })).rejects.toMatchObject({ code: 'failed' });
    await session.release();
  });

  test('to run after its release; releasing twice is harmless', async () => {
    const session = await openSession(doubling());
    await session.release();
    await session.release();
    await expect(session.run({ x })).rejects.toMatchObject({ code: 'released' });
  });
});
