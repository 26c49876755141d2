import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { modelCard } from '@praxis/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv, pimaRows, praxis } from '../testing/praxis.ts';

/** LightGBM's trees of the first 600 women, as onnxmltools wrote them. */
const trees = path.resolve(import.meta.dirname, '../../core/imported/testing/lightgbm-zipmap.onnx');

type Rows = Awaited<ReturnType<typeof pimaRows>>;
let home: string;
let heldRows: Rows;
let held: string;
let imported: string;

async function fileOf(name: string, content: Rows): Promise<string> {
  const file = path.join(home, name);
  await writeFile(file, csv(content));
  return file;
}

const lines = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-with-'));
  heldRows = (await pimaRows()).slice(600);
  held = await fileOf('held.csv', heldRows);
  const names = Object.keys(heldRows[0] ?? {}).filter((name) => name !== 'diabetes');
  const schema = path.join(home, 'schema.json');
  const described = {
    outcome: 'diabetes',
    features: names.map((name) => ({ name, kind: 'number' })),
    trainedOn: ['a'.repeat(64)],
  };
  await writeFile(schema, JSON.stringify(described));
  imported = path.join(home, 'imported');
  const { code, stderr } = await praxis('import', trees, '--schema', schema, '--out', imported);
  expect(code, stderr).toBe(0);
});
afterAll(() => rm(home, { recursive: true, force: true }));

const train = (data: string, out: string) =>
  praxis(
    ...['train', '--data', data, '--target', 'diabetes', '--positive', 'pos', '--learner', 'logistic'],
    ...['--with', imported, '--folds', '3', '--out', path.join(home, out), '--json'],
  );

test('an imported classifier competes with ours on the same folds, and loses to what is simpler and as good', async () => {
  const { code, stdout, stderr } = await train(held, 'ours');
  expect(code, stderr).toBe(0);
  const { learner, candidates, warnings } = JSON.parse(stdout);
  expect(learner).toBe('logistic');
  expect(candidates.map((one: { learner: string }) => one.learner)).toEqual(['logistic', 'imported']);
  expect(candidates[1]).toMatchObject({ chosen: false });
  expect(candidates[1].auroc.value).toBeGreaterThan(0.75);
  expect(warnings).toEqual([]);
}, 60_000);

test('one that wins tells what it does not know as ours do: sets that hold, and rows unlike those that judged it', async () => {
  // An outcome that goes by the trees, but for every tenth row: a line does not follow them.
  const asked = await praxis('predict', '--model', imported, '--data', held, '--json');
  const wide = heldRows.map((row, index) => {
    const says = lines(asked.stdout)[index].probability > 0.35;
    return {
      noted: 'x',
      ward: String(index % 7),
      ...row,
      diabetes: says === (index % 10 !== 0) ? 'pos' : 'neg',
    };
  });
  const { code, stdout, stderr } = await train(await fileOf('trees.csv', wide), 'theirs');
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ learner: 'imported' });

  const folder = path.join(home, 'theirs');
  const card = modelCard.parse(JSON.parse((await praxis('card', folder, '--json')).stdout));
  // Of 168 rows; each side is covered to within two standard errors of a share of some 80.
  expect(card.conformal?.measured.positive).toBeGreaterThan(0.83);
  expect(card.conformal?.measured.negative).toBeGreaterThan(0.83);

  // The table's other columns stand before its own: the distance must be of those that it reads.
  const scored = await praxis('predict', '--model', folder, '--data', held, '--json');
  const usual = lines(scored.stdout);
  expect(usual.filter(({ unlike }) => unlike).length).toBeLessThan(10);
  expect(
    usual.every(({ outcomes }) => ['positive', 'negative', 'undecided', 'none'].includes(outcomes)),
  ).toBe(true);
  const strange = await fileOf('strange.csv', [{ ...heldRows[0], pressure: '900' }]);
  const [far] = lines((await praxis('predict', '--model', folder, '--data', strange, '--json')).stdout);
  expect(far).toMatchObject({ unlike: true, abstains: 'unlikeTraining' });
  expect(far.mostUnusual[0]).toBe('pressure');
}, 60_000);
