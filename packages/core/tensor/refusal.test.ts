import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import onnxProto, { type onnx as format } from 'onnx-proto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SessionError } from './errors.ts';
import { exportGraph } from './export.ts';
import { openSession } from './session.ts';
import { tf } from './tf.ts';

const { onnx } = onnxProto;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'praxis-refusal-'));
});
afterAll(() => rm(folder, { recursive: true }));

const dense = () =>
  exportGraph({
    inputs: { x: { shape: ['batch', 3], dtype: 'float32' } },
    outputs: ({ x }) => ({ y: tf.relu(tf.matMul(x, tf.tensor2d([1, -2, 3, -4, 5, -6], [3, 2]))) }),
  });

/** The same model with another header or other nodes, as a foreign program may write it. */
function changed(change: (model: format.ModelProto, graph: format.IGraphProto) => void): Uint8Array {
  const model = onnx.ModelProto.decode(dense());
  if (!model.graph) throw new Error('an exported model has a graph');
  change(model, model.graph);
  return onnx.ModelProto.encode(model).finish();
}

async function refusalOf(model: Uint8Array | string): Promise<SessionError> {
  const thrown: unknown = await openSession(model).then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof SessionError) return thrown;
  throw new Error('the model opened, or something else was thrown', { cause: thrown });
}

describe('a file that is no whole model says so', () => {
  const text = new TextEncoder().encode('{"model": "none"}');
  test.each([
    ['an empty file', new Uint8Array(), 'the file is empty'],
    ['a text', text, 'it is no ONNX file'],
    ['a file cut in the middle', dense().subarray(0, dense().length >> 1), 'the file is cut off or damaged'],
    ['a file cut by one byte', dense().subarray(0, dense().length - 1), 'the file is cut off or damaged'],
  ])('%s', async (_, bytes, why) => {
    for (const model of [bytes, join(folder, 'model.onnx')]) {
      await writeFile(join(folder, 'model.onnx'), bytes);
      const refusal = await refusalOf(model);
      expect(refusal.code).toBe('unreadableModel');
      expect(refusal.message).toContain(why);
      if (typeof model === 'string') expect(refusal.message).toContain(model);
    }
  });

  test('a file that is not there is named with the reason of the system', async () => {
    const refusal = await refusalOf(join(folder, 'none.onnx'));
    expect(refusal).toMatchObject({ code: 'unreadableModel' });
    expect(refusal.message).toContain('no such file');
    expect(refusal.message).toContain(join(folder, 'none.onnx'));
  });

  test('a node that reads what nothing makes is a model written wrongly', async () => {
    const refusal = await refusalOf(
      changed((_, graph) => {
        for (const node of graph.node ?? []) node.input = ['nowhere'];
      }),
    );
    expect(refusal.code).toBe('unreadableModel');
    expect(refusal.message).toContain("'nowhere'");
    expect(refusal.message).toContain('written wrongly');
  });

  test('whichever bit is flipped, the model opens and runs, or the error is of the engine', async () => {
    const whole = dense();
    const x = { shape: [1, 3], dtype: 'float32', data: Float32Array.of(1, 2, 3) } as const;
    const ends = { ran: 0, refused: 0 };
    for (let bit = 0; bit < whole.length * 8; bit++) {
      // Not `slice`: the bytes may be a Buffer, whose slices share them.
      const flipped = new Uint8Array(whole);
      flipped[bit >> 3] ^= 1 << (bit & 7);
      try {
        const session = await openSession(flipped);
        await session.run({ x }).finally(() => session.release());
        ends.ran++;
      } catch (error) {
        expect(error).toBeInstanceOf(SessionError);
        ends.refused++;
      }
    }
    // A bit of a weight goes unnoticed, which is why artifacts carry hashes; one of the structure does not.
    expect(ends.ran).toBeGreaterThan(0);
    expect(ends.refused).toBeGreaterThan(0);
  });
});

describe('a whole ONNX file that the runtime is too old for names what it found and what is known', () => {
  /** The newest that opens, found by trying upwards: what the message must say. */
  async function newest(from: number, at: (version: number) => Uint8Array): Promise<number> {
    for (let version = from; ; version++) {
      const session = await openSession(at(version)).catch(() => null);
      if (!session) return version - 1;
      await session.release();
    }
  }

  test.each(['', 'ai.onnx.ml'])('an operator set of domain "%s"', async (domain) => {
    const at = (version: number) =>
      changed((model) => {
        model.opsetImport = [{ domain: '', version: 20 }, ...(domain ? [{ domain, version }] : [])].map(
          (set) => ({ ...set, version: set.domain === domain ? version : set.version }),
        );
      });
    const known = await newest(domain ? 4 : 20, at);
    for (const version of [known + 1, 1_000_000]) {
      const refusal = await refusalOf(at(version));
      expect(refusal.code).toBe('versionTooNew');
      expect(refusal.message).toContain(`operator set ${version} of ${domain || 'ai.onnx'},`);
      expect(refusal.message).toContain(`none newer than ${known}.`);
    }
  });

  test('a file format', async () => {
    const at = (irVersion: number) =>
      changed((model) => {
        model.irVersion = irVersion;
      });
    const known = await newest(9, at);
    const refusal = await refusalOf(at(known + 1));
    expect(refusal.code).toBe('versionTooNew');
    expect(refusal.message).toContain(`IR version ${known + 1}`);
    expect(refusal.message).toContain(`none newer than ${known}.`);
  });
});

describe('a whole ONNX file with operators that the runtime lacks names them', () => {
  const withNode = (node: format.INodeProto, domains: readonly string[]) =>
    changed((model, graph) => {
      const [first] = graph.node ?? [];
      graph.node = (graph.node ?? []).map((own) =>
        own === first ? { ...own, attribute: [], ...node } : own,
      );
      model.opsetImport = ['', ...domains].map((domain) => ({ domain, version: domain ? 1 : 20 }));
    });

  test.each([
    ['of a foreign domain', { domain: 'org.example', opType: 'Attend', name: 'head' }, ['org.example']],
    ['of a domain that is not imported', { domain: 'org.example', opType: 'Attend', name: 'head' }, []],
    ['that the standard does not have', { domain: '', opType: 'Frobnicate', name: 'head' }, []],
  ])('an operator %s', async (_, node, domains) => {
    const refusal = await refusalOf(withNode(node, domains));
    expect(refusal.code).toBe('unknownOperator');
    expect(refusal.message).toMatch(
      new RegExp(`${node.domain || 'ai.onnx'}:${node.opType} .*\\(node head\\)`),
    );
  });

  test('an operator of the standard without a kernel for the element type', async () => {
    const bfloat16 = { tensorType: { elemType: 16, shape: { dim: [{ dimValue: 1 }] } } };
    const refusal = await refusalOf(
      changed((_, graph) => {
        graph.node = [{ opType: 'Erf', name: 'error', input: ['x'], output: ['y'] }];
        graph.initializer = [];
        graph.input = [{ name: 'x', type: bfloat16 }];
        graph.output = [{ name: 'y', type: bfloat16 }];
      }),
    );
    expect(refusal.code).toBe('unknownOperator');
    expect(refusal.message).toContain('ai.onnx:Erf of operator set 20 (node error)');
  });
});

describe('memory', () => {
  const repeats = 1_000_000;
  const wide = () =>
    exportGraph({
      inputs: { x: { shape: ['batch', 1], dtype: 'float32' } },
      outputs: ({ x }) => ({ y: tf.tile(x, [1, repeats]) }),
    });
  const column = (rows: number) =>
    ({ shape: [rows, 1], dtype: 'float32', data: new Float32Array(rows) }) as const;

  test.each([
    [100_000, '400 GB'],
    [40_000_000, '160,000 GB'],
  ])(
    '%i rows of a million results is refused with operator and size, and the session stays usable',
    async (rows, size) => {
      const session = await openSession(wide());
      const thrown: unknown = await session.run({ x: column(rows) }).catch((error: unknown) => error);
      expect(thrown).toMatchObject({ code: 'outOfMemory' });
      expect(String(thrown)).toMatch(/: \w+ \(node \w+\) asked for /);
      expect(String(thrown)).toContain(size);
      const { y } = await session.run({ x: { ...column(2), data: Float32Array.of(2, 3) } });
      expect([y.data[0], y.data[repeats - 1], y.data[repeats]]).toEqual([2, 2, 3]);
      await session.release();
      const next = await openSession(dense());
      expect(next.outputs).toEqual(['y']);
      await next.release();
    },
  );
});
