import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scikitLogistic } from '../../core/testing/foreign.ts';
import { csv, pimaRows, praxis } from '../testing/praxis.ts';

let home: string;
let known: string;
let fresh: string;
let model: string;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-explain-'));
  const rows = await pimaRows();
  known = path.join(home, 'known.csv');
  fresh = path.join(home, 'new.csv');
  await writeFile(known, csv(rows.slice(0, 600)));
  await writeFile(fresh, csv(rows.slice(600)));
  model = path.join(home, 'model');
  const roles = ['--target', 'diabetes', '--positive', 'pos', '--folds', '2', '--learner', 'blend'];
  const { code, stderr } = await praxis('train', '--data', known, ...roles, '--out', model);
  expect(code, stderr).toBe(0);
}, 60_000);
afterAll(() => rm(home, { recursive: true, force: true }));

const json = async (...words: string[]) => {
  const { code, stdout, stderr } = await praxis('explain', ...words, '--json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
};
interface Part {
  readonly feature: string;
  readonly contribution: number;
}
const sumOf = (baseline: number, parts: readonly Part[]) =>
  parts.reduce((sum, { contribution }) => sum + contribution, baseline);

test('a row’s contributions add up to its log-odds, and the method is named', async () => {
  const found = await json(model, fresh, '--row', '3');
  expect(found).toMatchObject({ row: 3, methods: ['linear', 'treeShap'], exact: true });
  expect(sumOf(found.baseline, found.contributions) + found.residual).toBeCloseTo(found.logOdds, 6);
  expect(Math.abs(found.residual)).toBeLessThan(1e-5);
  const { stdout } = await praxis('explain', model, fresh, '--row', '3');
  expect(stdout).toContain('exact, by coefficient × distance from the mean, TreeSHAP');
});

test('what would change it names only columns that may change, within their bounds, and keeps its promise', async () => {
  const row = (await pimaRows())[600];
  const { change } = await json(model, fresh, '--above', '0.3', '--change', 'glucose=100:160,mass');
  expect(change.score).toBeGreaterThan(0.3);
  expect(change.changes.length).toBeGreaterThan(0);
  const changed: Record<string, string> = { ...row };
  for (const { feature, from, to } of change.changes) {
    expect(['glucose', 'mass']).toContain(feature);
    expect(String(from)).toBe(row[feature]);
    if (feature === 'glucose') expect(to).toBeLessThanOrEqual(160);
    changed[feature] = String(to);
  }
  const file = path.join(home, 'changed.csv');
  await writeFile(file, csv([changed]));
  expect((await json(model, file)).probability).toBeCloseTo(change.score, 6);
  const { change: impossible } = await json(model, fresh, '--above', '0.99', '--change', 'pressure');
  expect(impossible.none).toMatchObject({ code: 'outOfReach', message: expect.stringContaining('cannot') });
});

test('the nearest rows come with what happened to them', async () => {
  const { nearest } = await json(model, known, '--row', '5', '--nearest', known);
  expect(nearest.rows).toHaveLength(10);
  expect(nearest.rows[0]).toEqual({ name: '5', distance: 0, hasOutcome: true });
  expect(nearest.events).toBe(
    nearest.rows.filter(({ hasOutcome }: { hasOutcome: boolean }) => hasOutcome).length,
  );
});

test('over all rows glucose matters most; without outcomes nothing is said of what is lost', async () => {
  const found = await json(model, fresh, '--global');
  expect(found.features[0]).toMatchObject({ feature: 'glucose' });
  expect(found.features[0].permutation.lower).toBeGreaterThan(0);
  expect(found.interactions).toHaveLength(6);
  const rows = (await pimaRows()).slice(600).map(({ diabetes: _, ...row }) => row);
  const file = path.join(home, 'unknown.csv');
  await writeFile(file, csv(rows));
  expect((await json(model, file, '--global')).features[0]).toMatchObject({ permutation: null });
}, 60_000);

test('an imported model’s contributions are sampled, say so with their errors, and add up', async () => {
  const onnx = path.join(home, 'foreign.onnx');
  await writeFile(onnx, scikitLogistic([0.04, 0.1], -8));
  const schema = path.join(home, 'foreign.json');
  const features = ['glucose', 'mass'].map((name) => ({ name, kind: 'number' }));
  await writeFile(schema, JSON.stringify({ outcome: 'diabetes', features }));
  const foreign = path.join(home, 'foreign');
  const made = await praxis('import', onnx, '--schema', schema, '--out', foreign);
  expect(made.code, made.stderr).toBe(0);
  const found = await json(foreign, fresh, '--row', '2');
  expect(found).toMatchObject({ methods: ['sampledShapley'], exact: false });
  expect(sumOf(found.baseline, found.contributions)).toBeCloseTo(found.logOdds, 5);
  // Linear: every walk makes the same step from the same background row, so the error is that of the background alone.
  const [glucose] = found.contributions;
  expect(glucose.standardError).toBeGreaterThan(0);
  const { stdout } = await praxis('explain', foreign, fresh, '--row', '2');
  expect(stdout).toContain('not exact, by sampled Shapley values');
});

test.each([
  { words: ['--change', 'mass'], says: '--change needs a goal' },
  { words: ['--below', '0.1'], says: '--change is missing' },
  { words: ['--below', '0.1', '--change', 'height'], says: 'no feature "height"' },
  { words: ['--below', '0.1', '--change', 'mass=40:20'], says: 'low that is not below its high' },
  { words: ['--below', '2', '--change', 'mass'], says: 'is not a probability between 0 and 1' },
])('refuses $words', async ({ words, says }) => {
  const { code, stderr } = await praxis('explain', model, fresh, ...words);
  expect(code).toBe(64);
  expect(stderr).toContain(says);
});

test('a row that is not there is refused', async () => {
  const { code, stderr } = await praxis('explain', model, fresh, '--row', '169');
  expect(code).toBe(65);
  expect(stderr).toContain('The file has 168 rows; there is no row 169.');
});
