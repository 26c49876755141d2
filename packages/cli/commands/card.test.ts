import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scikitLogistic } from '../../core/testing/foreign.ts';
import { csv, pimaRows, praxis } from '../testing/praxis.ts';

let home: string;
let data: string;
/** The folder of a model of 400 rows. */
let model: string;
/** The folder of one that was not trained here. */
let foreign: string;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-card-'));
  data = path.join(home, 'women.csv');
  await writeFile(data, csv((await pimaRows()).slice(0, 400)));
  model = path.join(home, 'model');
  const roles = ['--target', 'diabetes', '--positive', 'pos', '--learner', 'logistic', '--folds', '2'];
  const trained = await praxis('train', '--data', data, ...roles, '--out', model);
  expect(trained.code, trained.stderr).toBe(0);

  const onnx = path.join(home, 'foreign.onnx');
  await writeFile(onnx, scikitLogistic([0.04, 0.1], -8));
  const schema = path.join(home, 'schema.json');
  const features = ['glucose', 'mass'].map((name) => ({ name, kind: 'number' }));
  await writeFile(schema, JSON.stringify({ outcome: 'diabetes', features }));
  foreign = path.join(home, 'foreign');
  const imported = await praxis('import', onnx, '--schema', schema, '--out', foreign);
  expect(imported.code, imported.stderr).toBe(0);
});
afterAll(() => rm(home, { recursive: true, force: true }));

const json = async (...words: string[]) => {
  const { code, stdout, stderr } = await praxis('card', ...words, '--json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
};

test('a report has every item of TRIPOD+AI as Markdown, in English unless Chinese is asked for', async () => {
  const english = await praxis('card', model, '--report');
  expect(english.code, english.stderr).toBe(0);
  expect(english.stdout.match(/^### /gm)).toHaveLength(52);
  expect(english.stdout).toContain('- women.csv: 400 rows, SHA-256 ');
  expect(english.stdout).toContain('### 18a Funding (for the authors)');
  const chinese = await praxis('card', model, '--report', '--language', 'zh');
  expect(chinese.stdout.match(/^### /gm)).toHaveLength(52);
  expect(chinese.stdout).toContain('### 18a 资助（由作者补充）');
});

test('as JSON the report has facts by key, with the figures of the card', async () => {
  const card = await json(model);
  const { artifact, items } = await json(model, '--report');
  expect(artifact).toBe(card.artifact);
  expect(items).toHaveLength(52);
  const size = items.find(({ item }: { item: string }) => item === '10');
  expect(size).toMatchObject({ title: 'Sample size', status: 'authors' });
  expect(size.facts[0]).toEqual({ key: 'cohort', values: { rows: 400, events: card.data.events } });
});

test('an imported model has no run to report, and a language without a report is refused by name', async () => {
  const report = await praxis('card', foreign, '--report');
  expect(report.code).toBe(65);
  expect(report.stderr).toContain('is an imported model');
  const language = await praxis('card', model, '--language', 'zh');
  expect(language.code).toBe(64);
  expect(language.stderr).toContain('--language goes with --report');
  expect((await praxis('card', model, '--report', '--language', 'fr')).stderr).toContain('is none of en, zh');
});
