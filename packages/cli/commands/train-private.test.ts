import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv, pimaRows, praxis } from '../testing/praxis.ts';

const upTo = (high: number) => ({ low: 0, high });
const bounds = {
  pregnant: upTo(15),
  glucose: { low: 50, high: 200 },
  pressure: { low: 40, high: 120 },
  triceps: upTo(60),
  insulin: upTo(600),
  mass: { low: 15, high: 60 },
  pedigree: upTo(2.5),
  age: { low: 20, high: 80 },
};

let home: string;
let data: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-private-'));
  data = path.join(home, 'women.csv');
  const rows = await pimaRows();
  await writeFile(
    data,
    csv(rows.map((row, index) => ({ ...row, clinic: index % 3 === 0 ? 'east' : 'west' }))),
  );
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function fileOf(name: string, content: unknown): Promise<string> {
  const file = path.join(home, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const train = (out: string, ...words: readonly string[]) =>
  praxis(
    ...['train', '--data', data, '--target', 'diabetes', '--positive', 'pos', '--folds', '2'],
    ...['--out', path.join(home, out)],
    ...words,
  );
const asPrivate = ['--learner', 'private', '--epsilon', '3', '--delta'];

test('a private training prints what was spent, and its card says what ε covers and lists declared features', async () => {
  const file = await fileOf('bounds.json', bounds);
  const { code, stdout, stderr } = await train('model', ...asPrivate, '1e-4', '--bounds', file, '--json');
  expect(code, stderr).toBe(0);
  const found = JSON.parse(stdout);
  expect(found).toMatchObject({ learner: 'private-logistic', rows: 768, events: 268 });
  expect(Object.keys(found.privacy)).toEqual([
    'epsilon',
    'delta',
    'noiseMultiplier',
    'samplingRate',
    'steps',
    'clip',
  ]);
  expect(found.privacy).toMatchObject({ delta: 1e-4, samplingRate: 0.1, steps: 1000, clip: 2 });
  expect(found.privacy.epsilon).toBeGreaterThan(2.9);
  expect(found.privacy.epsilon).toBeLessThanOrEqual(3);
  // Without privacy it is 0.83; the noise of half the rows costs up to 0.03 from one run to the next.
  expect(found.auroc.value).toBeGreaterThan(0.75);
  expect(found.warnings).toMatchObject([{ code: 'levelsMeasured', column: 'clinic' }]);

  const card = await praxis('card', path.join(home, 'model'));
  expect(card.stdout).toMatch(/differentially private: ε 3 at δ 0.0001/);
  expect(card.stdout).toContain('covered are the coefficients (model.onnx)');
  expect(card.stdout).toMatch(/mass +number +declared: 15 to 60/);
  expect(card.stdout).toMatch(/What matters to it.+\n +left out: it would tell of the rows/);
  expect(card.stdout).toMatch(/clinic +category +east, west\n/);
}, 60_000);

test('a δ that is not below one over the rows is warned of by name', async () => {
  const file = await fileOf('bounds.json', bounds);
  const { code, stdout, stderr } = await train('large', ...asPrivate, '0.01', '--bounds', file, '--json');
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('--delta 0.01 is not below 1/768');
  expect(JSON.parse(stdout).warnings[0]).toMatchObject({ code: 'deltaLarge', column: null });
}, 60_000);

test.each([
  { words: [...asPrivate, '1e-4'], says: '--bounds is missing' },
  { words: ['--learner', 'private'], says: '--epsilon is missing' },
  { words: ['--epsilon', '3'], says: '--epsilon goes with --learner private' },
  { words: [...asPrivate, '1', '--bounds', 'b'], says: '--delta is not a number between 0 and 1' },
  { words: [...asPrivate, '1e-4', '--bounds', 'b', '--search', '4'], says: '--search does not go with' },
])('$says: the command is not understood', async ({ words, says }) => {
  const { code, stdout, stderr } = await train('usage', ...words);
  expect({ code, stdout }, stderr).toEqual({ code: 64, stdout: '' });
  expect(stderr).toContain(says);
});

test('bounds that do not fit are refused with file and column before any fit, and nothing is left behind', async () => {
  const file = await fileOf('unfit.json', { ...bounds, height: upTo(2) });
  const { code, stdout, stderr } = await train('unfit', ...asPrivate, '1e-4', '--bounds', file);
  expect({ code, stdout }, stderr).toEqual({ code: 65, stdout: '' });
  expect(stderr).toContain('unfit.json does not bound the features: "height" is no feature');
  expect((await readdir(home)).filter((entry) => entry.startsWith('unfit.partial'))).toEqual([]);
});
