import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { modelCard } from '@praxis/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryLockFile } from '../supervise/file-lock.ts';
import { csv, pimaFile, pimaRows, praxis, startPraxis } from '../testing/praxis.ts';

let home: string;
let rows: Awaited<ReturnType<typeof pimaRows>>;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-train-'));
  rows = await pimaRows();
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Writes rows into a file of the test's folder. */
async function fileOf(name: string, content: typeof rows): Promise<string> {
  const file = path.join(home, name);
  await writeFile(file, csv(content));
  return file;
}

const pima = ['--data', pimaFile, '--target', 'diabetes', '--positive', 'pos'];
const artifactOf = async (...words: string[]) => {
  const { code, stdout, stderr } = await praxis('train', ...words, '--json');
  expect(code, stderr).toBe(0);
  return String(JSON.parse(stdout).artifact);
};

test('one object is printed with every figure from cross-validation, and the folder is the artifact', async () => {
  const out = path.join(home, 'logistic');
  const { code, stdout, stderr } = await praxis(
    'train',
    ...pima,
    '--learner',
    'logistic',
    '--out',
    out,
    '--json',
  );
  expect(code, stderr).toBe(0);
  const found = JSON.parse(stdout);
  expect(Object.keys(found)).toEqual(
    [
      'learner',
      'rows',
      'events',
      'folds',
      'repeats',
      'seconds',
      'artifact',
      'auroc',
      'auprc',
      'brier',
      'logLoss',
    ].concat(['ece10', 'slope', 'intercept', 'ici', 'observedToExpected', 'candidates', 'warnings']),
  );
  expect(found).toMatchObject({
    learner: 'logistic',
    rows: 768,
    events: 268,
    folds: 5,
    repeats: 1,
    warnings: [],
  });
  // scikit-learn's logistic regression has an AUROC of 0.83 on this file, whatever the folds.
  expect(found.auroc.value).toBeGreaterThan(0.81);
  expect(found.auroc.value).toBeLessThan(0.85);
  for (const key of ['auroc', 'auprc', 'brier', 'logLoss', 'slope', 'intercept']) {
    expect(found[key].low, key).toBeLessThan(found[key].value);
    expect(found[key].high, key).toBeGreaterThan(found[key].value);
  }
  expect(found.candidates).toHaveLength(1);
  expect(found.candidates[0]).toMatchObject({ learner: 'logistic', auroc: found.auroc });

  expect((await readdir(out)).sort()).toEqual([
    'card.json',
    'familiarity.json',
    'model.onnx',
    'training.json',
  ]);
  const card = modelCard.parse(JSON.parse(await readFile(path.join(out, 'card.json'), 'utf8')));
  expect(card.table).toMatchObject({ target: 'diabetes', positive: 'pos', negative: 'neg' });
  expect(card.data.sources).toMatchObject([{ file: 'pima-diabetes.csv.gz', rows: 768 }]);
  expect(await readdir(home)).not.toContain('logistic.partial');

  const again = await praxis('train', ...pima, '--learner', 'logistic', '--out', out);
  expect(again).toMatchObject({ code: 73, stdout: '' });
  expect(again.stderr).toContain('--overwrite');
});

test('auto lets every learner and blend compete, and names the chosen one', async () => {
  const file = await fileOf('few.csv', rows.slice(0, 110));
  const words = ['--data', file, '--target', 'diabetes', '--positive', 'pos', '--folds', '2'];
  const out = path.join(home, 'auto');
  const { code, stdout, stderr } = await praxis('train', ...words, '--out', out, '--json');
  expect(code, stderr).toBe(0);
  const { learner, candidates } = JSON.parse(stdout);
  const names = candidates.map((candidate: { learner: string }) => candidate.learner);
  expect(names).toEqual(['logistic', 'trees', 'blend', 'deep', 'blend+deep']);
  const chosen = candidates.filter((candidate: { chosen: boolean }) => candidate.chosen);
  expect(chosen).toHaveLength(1);
  expect(chosen[0].learner.startsWith(learner)).toBe(true);
  const { split } = modelCard.parse(JSON.parse(await readFile(path.join(out, 'card.json'), 'utf8')));
  expect(split).toMatchObject({ kind: 'stratifiedFolds', folds: 2, nested: true, seed: 0 });
});

test('times, weights and ids have their roles and are no features', async () => {
  const file = await fileOf(
    'roles.csv',
    rows.map((row, index) => ({
      who: `w${index}`,
      seen: new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
      counts: String(1 + (index % 2)),
      ...row,
    })),
  );
  const roles = [
    '--id',
    'who',
    '--time',
    'seen',
    '--delay-days',
    '30',
    '--weight',
    'counts',
    '--drop',
    'age,mass',
  ];
  const words = [
    '--data',
    file,
    '--target',
    'diabetes',
    '--positive',
    'pos',
    '--learner',
    'logistic',
    '--folds',
    '3',
  ];
  const out = path.join(home, 'roles');
  await artifactOf(...words, ...roles, '--out', out);
  const card = modelCard.parse(JSON.parse(await readFile(path.join(out, 'card.json'), 'utf8')));
  expect(card.split.kind).toBe('timeFolds');
  expect(card.table).toMatchObject({ id: 'who', time: 'seen', weight: 'counts', group: null });
  expect(card.features.map(({ name }) => name)).toEqual([
    'pregnant',
    'glucose',
    'pressure',
    'triceps',
    'insulin',
    'pedigree',
  ]);
});

test('a run that is killed goes on when it is given again, to the artifact of an undisturbed one', async () => {
  const words = [...pima, '--learner', 'blend', '--folds', '3'];
  const undisturbed = await artifactOf(...words, '--out', path.join(home, 'undisturbed'));

  const out = path.join(home, 'killed');
  const running = startPraxis('train', ...words, '--out', out);
  await running.said(/(?:[3-9]\d) %, cross-validating/);
  running.child.kill('SIGKILL');
  expect((await running.ended).code).toBeNull();
  expect(await readdir(home)).not.toContain('killed');
  const [run = ''] = await readdir(path.join(home, 'killed.partial', 'runs'));
  const finished = (await readdir(path.join(home, 'killed.partial', 'runs', run))).filter((name) =>
    name.endsWith('.fit'),
  );
  expect(finished.length).toBeGreaterThan(0);

  expect(await artifactOf(...words, '--out', out)).toBe(undisturbed);
  expect((await readdir(home)).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('Ctrl-C ends a run with 130, leaves no model, and says that the same command goes on', async () => {
  const out = path.join(home, 'stopped');
  const running = startPraxis('train', ...pima, '--learner', 'trees', '--out', out);
  await running.said(/cross-validating/);
  running.child.kill('SIGINT');
  const { code, stdout, stderr } = await running.ended;
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(stderr).toContain('goes on');
  expect(await readdir(home)).not.toContain('stopped');
});

test('a folder that another training works on is left to it', async () => {
  const out = path.join(home, 'taken');
  await mkdir(`${out}.partial`);
  const lock = tryLockFile(path.join(`${out}.partial`, 'train.lock'));
  const { code, stderr } = await praxis('train', ...pima, '--out', out);
  lock?.release();
  expect(code).toBe(75);
  expect(stderr).toContain('Another training');
});

test('constant, leaking, id-like and text columns are named, in the object and on standard error', async () => {
  const file = await fileOf(
    'suspicious.csv',
    rows.map((row, index) => ({
      ...row,
      ward: 'A',
      treated: row.diabetes === 'pos' ? '1' : '0',
      patient_id: String(70_000 + index),
      note: `seen by doctor ${index} on a day of week ${index % 53}`,
      band: Number(row.age) > 40 ? 'older' : 'younger',
    })),
  );
  const out = path.join(home, 'suspicious');
  const words = [
    '--data',
    file,
    '--target',
    'diabetes',
    '--learner',
    'logistic',
    '--folds',
    '2',
    '--out',
    out,
  ];
  const { code, stdout, stderr } = await praxis('train', ...words, '--json');
  expect(code, stderr).toBe(0);
  const warnings: { code: string; column: string; message: string }[] = JSON.parse(stdout).warnings;
  expect(warnings.map((warning) => `${warning.code} ${warning.column}`)).toEqual(
    expect.arrayContaining([
      'constant ward',
      'leaking treated',
      'idLike patient_id',
      'leftOut note',
      'positiveAssumed diabetes',
    ]),
  );
  expect(warnings.some(({ column }) => column === 'glucose' || column === 'band')).toBe(false);
  for (const { message } of warnings) expect(stderr).toContain(message);
});

const refused: readonly {
  readonly what: string;
  readonly change: (row: Readonly<Record<string, string>>, index: number) => Record<string, string>;
  readonly words?: readonly string[];
  readonly says: RegExp;
}[] = [
  {
    what: 'a target with one class',
    change: (row) => ({ ...row, diabetes: 'neg' }),
    says: /"diabetes" has one class only: it is "neg" in all 768 rows/,
  },
  {
    what: 'fewer events than folds',
    change: (row, index) => ({ ...row, diabetes: index < 4 ? 'pos' : 'neg' }),
    says: /4 of 768 rows have the outcome.*5 folds/,
  },
  {
    what: 'a target that is missing in some rows',
    change: (row, index) => ({ ...row, diabetes: index === 6 ? '' : (row.diabetes ?? '') }),
    says: /"diabetes" is missing in 1 of 768 rows \(row 7\)/,
  },
  {
    what: 'ids that repeat',
    change: (row, index) => ({ ...row, id: String(index % 700) }),
    words: ['--id', 'id'],
    says: /"id" does not tell rows apart: "0" in rows 1, 701/,
  },
  {
    what: 'a column that is not there',
    change: (row) => ({ ...row }),
    words: ['--drop', 'glucose,sugar'],
    says: /no column "sugar"/,
  },
  {
    what: 'a feature of the name of an output',
    change: (row) => ({ ...row, probability: '0.5' }),
    says: /feature "probability" has the name of an output/,
  },
  {
    what: 'a number that single precision does not hold',
    change: (row, index) => ({ ...row, glucose: index === 2 ? '1e39' : (row.glucose ?? '') }),
    says: /Row 3, column "glucose"/,
  },
  {
    what: 'weights that are no weights',
    change: (row, index) => ({ ...row, weight: index === 4 ? '0' : '1' }),
    words: ['--weight', 'weight'],
    says: /weight "weight" is 0 in row 5/,
  },
];

test.each(refused)('$what is a data error that is named, and nothing is left behind', async (wrong) => {
  const { what, change, words = [], says } = wrong;
  const name = what.replaceAll(' ', '-');
  const file = await fileOf(`${name}.csv`, rows.map(change));
  const out = path.join(home, name);
  const { code, stdout, stderr } = await praxis(
    'train',
    '--data',
    file,
    '--target',
    'diabetes',
    ...words,
    '--out',
    out,
  );
  expect({ code, stdout }, stderr).toEqual({ code: 65, stdout: '' });
  expect(stderr).toMatch(says);
  expect((await readdir(home)).filter((entry) => entry.startsWith(`${name}.partial`))).toEqual([]);
});

test('a file that is not there ends with 66', async () => {
  const { code, stderr } = await praxis(
    'train',
    '--data',
    'nowhere.csv',
    '--target',
    'x',
    '--out',
    path.join(home, 'x'),
  );
  expect(code).toBe(66);
  expect(stderr).toContain('nowhere.csv');
});
