import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readArtifact, readArtifactFolder, writeArtifact } from './artifact.ts';
import type { ModelCard } from './card.ts';
import { sha256 } from './hash.ts';

let models: string;
beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'registry-'));
});
afterAll(() => rm(models, { recursive: true, force: true }));

const files = new Map([
  ['model.onnx', Uint8Array.of(1, 2, 3)],
  ['training.json', new TextEncoder().encode('{"points":[]}')],
]);

function body(outcome: string): Omit<ModelCard, 'files'> {
  const estimate = { value: 0.8, lower: 0.7, upper: 0.9 };
  const performance = {
    auroc: estimate,
    averagePrecision: estimate,
    brier: estimate,
    logLoss: estimate,
    calibrationSlope: estimate,
    calibrationIntercept: estimate,
    ece: 0.01,
    observedToExpected: 1,
  };
  return {
    format: 2,
    vertical: 'diagnosis',
    outcome,
    horizonDays: 1826,
    createdAt: '2026-11-24T12:00:00.000Z',
    learner: 'logisticRegression',
    data: { sources: [], cohortSha256: '', rows: 100, events: 20, excluded: [] },
    split: { kind: 'stratifiedFolds', folds: 5, repeats: 1, nested: false, seed: 1 },
    features: [],
    candidates: [{ learner: 'logisticRegression', parameters: { penalty: 1 }, performance, seconds: 3 }],
    why: 'notDistinguishableSimpler',
    parts: [{ learner: 'logisticRegression', weight: 1 }],
    performance,
    calibration: { method: 'platt', slope: 1, intercept: 0, bins: [] },
    subgroups: [],
    interval: { method: 'bootstrapRefits', replicates: 100, level: 0.95 },
    privacy: null,
    baselineLogOdds: -2,
    foldModels: [],
    limits: [],
    software: {},
    seconds: 30,
  };
}

test('what was written is read again, and nothing else lies in the registry', async () => {
  const { hash, card } = await writeArtifact(models, files, body('read'));
  const read = await readArtifact(models, hash);
  expect(read.card).toEqual(card);
  expect(read.files.get('model.onnx')).toEqual(Buffer.of(1, 2, 3));
  expect((await readdir(models)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('the name follows the content, not the clock: the artifact that is there is kept', async () => {
  const first = await writeArtifact(models, files, body('clock'));
  const later = {
    ...body('clock'),
    createdAt: '2026-11-25T12:00:00.000Z',
    seconds: 31,
    candidates: body('clock').candidates.map((candidate) => ({ ...candidate, seconds: 4 })),
  };
  const second = await writeArtifact(models, files, later);
  expect(second).toEqual(first);
  const other = await writeArtifact(models, files, { ...body('clock'), baselineLogOdds: -2.1 });
  expect(other.hash).not.toBe(first.hash);
  const changed = new Map(files).set('model.onnx', Uint8Array.of(1, 2, 4));
  expect((await writeArtifact(models, changed, body('clock'))).hash).not.toBe(first.hash);
});

test('a model that is not there, or a name that is none, is missing', async () => {
  for (const name of ['0'.repeat(64), '../etc', '']) {
    await expect(readArtifact(models, name)).rejects.toMatchObject({
      code: 'artifactMissing',
      artifact: name,
    });
  }
});

test.each([
  { what: 'a changed file', file: 'model.onnx', content: Uint8Array.of(1, 2, 4), code: 'artifactDamaged' },
  { what: 'a file cut short', file: 'training.json', content: '', code: 'artifactDamaged' },
  { what: 'a file that is gone', file: 'model.onnx', content: null, code: 'artifactDamaged' },
  { what: 'a card that is gone', file: 'card.json', content: null, code: 'artifactDamaged' },
  { what: 'a card that is no JSON', file: 'card.json', content: '{"format": 1,', code: 'cardInvalid' },
  { what: 'a card of another format', file: 'card.json', content: '{"format": 2}', code: 'cardInvalid' },
])('$what is found and named, and training again mends it', async ({ what, file, content, code }) => {
  const { hash } = await writeArtifact(models, files, body(what));
  const path = join(models, hash, file);
  if (content === null) await rm(path);
  else await writeFile(path, content);
  await expect(readArtifact(models, hash)).rejects.toMatchObject({ code, file });

  await writeArtifact(models, files, body(what));
  await expect(readArtifact(models, hash)).resolves.toMatchObject({ card: { outcome: what } });
});

test('a figure changed by hand in the card is found, with the hash that was expected and the one that is there', async () => {
  const { hash } = await writeArtifact(models, files, body('embellished'));
  const path = join(models, hash, 'card.json');
  await writeFile(path, (await readFile(path, 'utf8')).replaceAll('0.8', '0.9'));
  const wrong = { code: 'artifactDamaged', file: 'card.json' };
  await expect(readArtifact(models, hash)).rejects.toMatchObject(wrong);
  // A folder that is called by a hash is checked by whoever opens it.
  await expect(readArtifactFolder(join(models, hash))).rejects.toMatchObject(wrong);
  const other = join(models, 'other');
  await cp(join(models, hash), other, { recursive: true });
  const { hash: found } = await readArtifactFolder(other);
  await expect(readArtifact(models, hash)).rejects.toThrow(`expected SHA-256 ${hash}, found ${found}`);
});

test('a changed byte of a file is told with both hashes', async () => {
  const { hash, card } = await writeArtifact(models, files, body('one byte'));
  const [{ name, sha256: expected }] = card.files;
  const path = join(models, hash, name);
  const content = await readFile(path);
  content[0] ^= 1;
  await writeFile(path, content);
  await expect(readArtifact(models, hash)).rejects.toThrow(
    `${path} is not as it was written: expected SHA-256 ${expected}, found ${sha256(content)}.`,
  );
});

test('what a killed process left is removed, what another is writing is not', async () => {
  const [old, fresh] = [join(models, '.writing-old'), join(models, '.writing-fresh')];
  await mkdir(old);
  await mkdir(fresh);
  const yesterday = new Date(Date.now() - 86_400_000);
  await utimes(old, yesterday, yesterday);
  await writeArtifact(models, files, body('cleaned'));
  const left = await readdir(models);
  expect(left).toContain('.writing-fresh');
  expect(left).not.toContain('.writing-old');
});
