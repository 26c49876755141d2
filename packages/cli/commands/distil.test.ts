import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { modelCard } from '@praxis/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv, pimaRows, praxis } from '../testing/praxis.ts';

type Rows = Awaited<ReturnType<typeof pimaRows>>;
let home: string;
let known: string;
let held: string;
let teacher: string;
let knownRows: Rows;

async function fileOf(name: string, content: Rows): Promise<string> {
  const file = path.join(home, name);
  await writeFile(file, csv(content));
  return file;
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-distil-'));
  const rows = await pimaRows();
  knownRows = rows.slice(0, 500);
  known = await fileOf('known.csv', knownRows);
  held = await fileOf('held.csv', rows.slice(500));
  teacher = path.join(home, 'teacher');
  const { code, stderr } = await praxis(
    ...['train', '--data', known, '--target', 'diabetes', '--positive', 'pos', '--learner', 'blend'],
    ...['--folds', '2', '--out', teacher],
  );
  expect(code, stderr).toBe(0);
}, 60_000);
afterAll(() => rm(home, { recursive: true, force: true }));

const distil = (out: string, ...words: readonly string[]) =>
  praxis('distil', '--model', teacher, '--out', path.join(home, out), ...words);
const cardOf = async (name: string) =>
  modelCard.parse(JSON.parse(await readFile(path.join(home, name, 'card.json'), 'utf8')));

test('a student is judged beside its teacher on rows of neither, and is a model like any other', async () => {
  const { code, stdout, stderr } = await distil('small', '--data', known, '--test', held, '--json');
  expect(code, stderr).toBe(0);
  const found = JSON.parse(stdout);
  expect(found).toMatchObject({ learner: 'distilled', learntRows: 500, rows: 268, warnings: [] });
  expect(found.teacher).toMatchObject({ learner: 'blend', hasSeenRows: false });
  // The teacher has 0.90 here; the student is within 0.03 of it, as one that had learnt the labels need not be.
  expect(Math.abs(found.differences.auroc.difference)).toBeLessThan(0.03);
  expect(found.differences.auroc.low).toBeLessThan(found.differences.auroc.high);
  for (const each of [found, found.teacher]) expect(each.microseconds).toBeGreaterThan(0);
  expect(found.bytes).toBe((await stat(path.join(home, 'small', 'model.onnx'))).size);
  // The teacher had seen the rows that were learnt on: it is surer of them than of others.
  expect(found.calibratedBy).toBe('teacher');

  const folder = path.join(home, 'small');
  const compared = await praxis('compare', folder, teacher, '--data', held, '--json');
  const { models, differences } = JSON.parse(compared.stdout);
  expect(models[0].artifact).toBe(found.artifact);
  // The files answer in single precision.
  expect(differences.auroc.difference).toBeCloseTo(found.differences.auroc.difference, 3);
  expect(models[1].auroc).toEqual(found.teacher.auroc);
  const explained = await praxis('predict', '--model', folder, '--data', held, '--explain');
  expect(explained.code, explained.stderr).toBe(0);
  // It tells what it does not know: sets by the rows that judged it, likeness to those that it learnt from.
  expect(explained.stdout).toMatch(/^row,probability,outcomes,unlike,abstains,/);
  const measured = (await cardOf('small')).conformal?.measured;
  // Of 268 rows; each side is covered to within two standard errors of a share of some 95.
  expect(Math.min(measured?.positive ?? 0, measured?.negative ?? 0)).toBeGreaterThan(0.83);
  const strange = await fileOf('strange.csv', [{ ...knownRows[0], pressure: '900' }]);
  const far = await praxis('predict', '--model', folder, '--data', strange, '--json');
  expect(JSON.parse(far.stdout)).toMatchObject({ unlike: true, abstains: 'unlikeTraining' });
  const card = await praxis('card', folder);
  expect(card.stdout).toContain('learnt on 500 rows, judged on 268 others, of held.csv');
  expect(card.stdout).toMatch(/logistic regression and trees +0\.[89]/);
  expect((await readdir(folder)).sort()).toEqual([
    'card.json',
    'familiarity.json',
    'model.onnx',
    'training.json',
  ]);
}, 60_000);

test('without rows of their own a fifth is held out, and a teacher that has seen it is told by its file', async () => {
  const { code, stdout, stderr } = await distil('held-out', '--data', known);
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/was trained on .*known\.csv/);
  expect(stderr).toContain('--test');
  expect(stdout).toMatch(/bytes of model\.onnx/);
  const { distillation, data, split } = await cardOf('held-out');
  expect(distillation).toMatchObject({ learntRows: 400, judgedBy: null, teacher: { hasSeenRows: true } });
  expect(data.rows).toBe(100);
  expect(split.kind).toBe('heldOut');
}, 60_000);

test('rows without outcomes are learnt from; rows that the teacher has not seen calibrate where outcomes are known', async () => {
  const bare = await fileOf(
    'bare.csv',
    knownRows.map(({ diabetes: _, ...row }) => row),
  );
  const unlabelled = await distil('bare', '--data', bare, '--test', held);
  expect(unlabelled.code, unlabelled.stderr).toBe(0);
  expect((await cardOf('bare')).distillation).toMatchObject({ calibratedBy: 'teacher', learntRows: 500 });

  const fresh = await distil('fresh', '--data', held, '--json');
  expect(fresh.code, fresh.stderr).toBe(0);
  expect(JSON.parse(fresh.stdout)).toMatchObject({ calibratedBy: 'outcomes', warnings: [] });

  const blind = await distil('blind', '--data', bare);
  expect(blind).toMatchObject({ code: 65, stdout: '' });
  expect(blind.stderr).toContain('no column "diabetes"');
}, 60_000);

test('what cannot judge is refused', async () => {
  const same = await distil('same', '--data', known, '--test', known);
  expect(same).toMatchObject({ code: 64, stdout: '' });
  expect(same.stderr).toContain('it cannot judge');
  const few = await distil('few', '--data', await fileOf('few.csv', knownRows.slice(0, 40)));
  expect(few).toMatchObject({ code: 65, stdout: '' });
  expect(few.stderr).toMatch(/Of the \d rows to judge by/);
  expect((await readdir(home)).filter((name) => name.endsWith('.partial'))).toEqual([]);
}, 60_000);
