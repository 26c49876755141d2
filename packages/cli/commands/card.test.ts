import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

/** Turns the last bit of a file's copy, and gives both hashes. */
async function changeByte(file: string): Promise<{ expected: string; found: string }> {
  const content = await readFile(file);
  const expected = sha256(content);
  content[content.length - 1] ^= 1;
  await writeFile(file, content);
  return { expected, found: sha256(content) };
}

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

test('the lineage goes from the hash of the data file to the figures and the artifact, every file checked', async () => {
  const { artifact, ...card } = await json(model);
  const { code, stdout } = await praxis('card', model, '--lineage', '--data', data);
  expect(code).toBe(0);
  const links = [
    `women.csv  400 rows  ${sha256(await readFile(data))}  ✓ ${data}`,
    card.data.cohortSha256,
    '2 folds of equal shares of the outcome',
    '4 Candidates',
    'model.onnx',
    'calibrated log-odds',
    '7 Figures',
    artifact,
  ];
  const places = links.map((link) => stdout.indexOf(link));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(stdout.match(/✓ as it was written/g)).toHaveLength(card.files.length);

  const found = await json(model, '--lineage');
  expect(found.sources).toEqual([{ ...card.data.sources[0], found: null }]);
  expect(found.cohort).toMatchObject({ sha256: card.data.cohortSha256, rows: 400, excluded: [] });
  expect(found.performance.auroc.value).toBe(card.performance.auroc.value);
  expect(found.model.files[0].bytes).toBe(
    (await readFile(path.join(model, found.model.files[0].name))).length,
  );
  expect(found.artifact).toBe(artifact);
});

test('a data file under another name is known by its content; one with a changed byte is refused with both hashes', async () => {
  const copy = path.join(home, 'renamed.csv');
  await cp(data, copy);
  const same = await praxis('card', model, '--data', copy, '--data', data);
  expect(same.code, same.stderr).toBe(0);
  expect(same.stderr).toContain('women.csv is a file that the model was made from');
  const { expected, found } = await changeByte(copy);
  const { code, stdout, stderr } = await praxis('card', model, '--lineage', '--data', data, '--data', copy);
  expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
  expect(stderr).toContain(`renamed.csv is none of the files that the model was made from`);
  expect(stderr).toContain(`found SHA-256 ${found}, expected ${expected} (women.csv)`);
  const gone = await praxis('card', model, '--data', path.join(home, 'gone.csv'));
  expect(gone.code).toBe(66);
  expect(gone.stderr).toContain('gone.csv does not exist');
});

test('a changed byte of a file of the artifact is refused with its name and both hashes', async () => {
  for (const { name } of (await json(model)).files) {
    const copy = path.join(home, 'changed');
    await rm(copy, { recursive: true, force: true });
    await cp(model, copy, { recursive: true });
    const { expected, found } = await changeByte(path.join(copy, name));
    const { code, stdout, stderr } = await praxis('card', copy, '--lineage');
    expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
    expect(stderr).toContain(
      `${name} is not as it was written: expected SHA-256 ${expected}, found ${found}`,
    );
  }
});

test('a card changed by hand is told in a folder that is called by the hash of its artifact', async () => {
  const { artifact } = await json(model);
  const named = path.join(home, artifact);
  await cp(model, named, { recursive: true });
  expect((await praxis('card', named, '--lineage')).code).toBe(0);
  const file = path.join(named, 'card.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"rows": 400', '"rows": 401'));
  const { code, stderr } = await praxis('card', named, '--lineage');
  expect(code).toBe(65);
  expect(stderr).toContain(`card.json is not as it was written: expected SHA-256 ${artifact}, found `);
});

test('the lineage of an imported model begins at its file, and says that its data are not known', async () => {
  const { code, stdout } = await praxis('card', foreign, '--lineage');
  expect(code).toBe(0);
  expect(stdout).toContain('what it was trained on is not known');
  expect(stdout).toContain(sha256(await readFile(path.join(home, 'foreign.onnx'))));
  const compared = await praxis('card', foreign, '--data', data);
  expect(compared.code).toBe(65);
  expect(compared.stderr).toContain('the card does not say what the model was made from');
});
