import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readProbabilities, writeData } from './data-file.ts';
import { dealtFolds } from './folds.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'praxis-bench-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('another language finds values, labels and the folds of every repeat as plain bytes', async () => {
  const labels = Uint8Array.from({ length: 20 }, (_, row) => row % 2);
  const values = Float32Array.from({ length: 40 }, (_, at) => (at === 3 ? Number.NaN : at));
  const dealt = dealtFolds(labels, 2);
  await writeData(
    folder,
    {
      features: [
        { name: 'age', kind: 'number', unit: 'a' },
        { name: 'place', kind: 'category', unit: null, levels: ['a', 'b'] },
      ],
      rows: 20,
      values,
      labels,
      ids: Int32Array.from(labels.keys()),
    },
    dealt,
  );
  const bytes = async (name: string) => new Uint8Array(await readFile(join(folder, name)));
  expect(new Float32Array((await bytes('values.bin')).buffer)).toEqual(values);
  expect(await bytes('labels.bin')).toEqual(labels);
  expect(new Int8Array((await bytes('fold.bin')).buffer)).toEqual(Int8Array.of(...dealt[0], ...dealt[1]));
  expect(JSON.parse(await readFile(join(folder, 'data.json'), 'utf8'))).toEqual({
    rows: 20,
    folds: 5,
    repeats: 2,
    kinds: ['number', 'category'],
  });
});

test('probabilities come back by repeat; a row without one is an error', async () => {
  const file = join(folder, 'peer.bin');
  await writeFile(file, Float64Array.of(0.1, 0.2, 0.3, 0.4));
  expect(await readProbabilities(file, 2, 2)).toEqual([Float64Array.of(0.1, 0.2), Float64Array.of(0.3, 0.4)]);
  await writeFile(file, Float64Array.of(0.1, Number.NaN, 0.3, 0.4));
  await expect(readProbabilities(file, 2, 2)).rejects.toThrow('a probability for each of 2 rows');
});
