import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRandom } from '@praxis/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { praxis } from '../testing/praxis.ts';

let home: string;
const files = { train: '', valid: '', test: '' };
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-practice-evaluate-'));
  for (const [seed, name] of (['train', 'valid', 'test'] as const).entries()) {
    files[name] = path.join(home, `${name}.csv`);
    await writeFile(files[name], answersOf(name === 'train' ? 120 : 60, seed));
  }
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Learners who are better or worse, at problems that are harder or easier; one problem in three stands under two skills. */
function answersOf(learners: number, seed: number): string {
  const random = createRandom(seed);
  return Array.from({ length: learners }, (_, learner) => {
    const ability = 1.5 * random.normal();
    const rows = Array.from({ length: 20 }, () => {
      const problem = random.below(30);
      const right = random.uniform() < 1 / (1 + Math.exp(-ability - (problem - 15) / 8)) ? 1 : 0;
      const skills = problem % 3 === 0 ? [1, 2] : [1 + (problem % 2)];
      return skills.map((skill) => [problem, skill, right]);
    }).flat();
    const line = (column: number) => rows.map((row) => row[column]).join(',');
    return `${learner},${learner}\n${line(0)}\n${line(1)}\n${line(2)}\n`;
  }).join('');
}

const evaluate = (given: Partial<typeof files> = {}, ...words: readonly string[]) => {
  const { train, valid, test } = { ...files, ...given };
  return praxis('practice', 'evaluate', '--train', train, '--valid', valid, '--test', test, ...words);
};

const share = z.number().min(0).max(1);
const figures = z.strictObject({
  name: z.string(),
  auc: share,
  accuracy: share,
  logLoss: z.number().positive(),
  ece: share,
  trainSeconds: z.number().positive(),
  interactionsPerSecond: z.number().positive(),
});
const report = z.strictObject({
  attempts: z.int(),
  removedRows: z.int(),
  models: z.array(figures),
  best: z.string(),
  blend: figures,
});

test('practice evaluate prints one object of figures on standard output, and its progress on standard error', async () => {
  const { code, stdout, stderr } = await evaluate({}, '--json');
  expect(code, stderr).toBe(0);
  const told = report.parse(JSON.parse(stdout));
  expect(told.models.map(({ name }) => name)).toEqual([
    'logistic',
    'recurrent',
    'attention',
    'bayesian',
    'blend',
  ]);
  expect(told.attempts).toBeLessThanOrEqual(240 * 20);
  expect(told.removedRows).toBeGreaterThan(0);
  const best = told.models.find(({ name }) => name === told.best);
  // Problems and learners differ so much that a model which learnt nothing, at .5, would stand out.
  expect(best?.auc).toBeGreaterThan(0.65);
  expect(told.blend.auc).toBeGreaterThan(0.65);
  expect(stderr).toContain('practice: ');
}, 120_000);

test('skills and problems that training lacks are told of on standard error, and cost nothing else', async () => {
  const test = path.join(home, 'strange.csv');
  await writeFile(test, `${answersOf(30, 9)}1,1\n99,98\n77,1\n1,0\n`);
  const { code, stderr } = await evaluate({ test }, '--json');
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('test file has 1 attempts at skills that the training file lacks (77)');
  expect(stderr).toContain('test file has 2 attempts at problems that the training file lacks');
}, 120_000);

test('an odd number of lines, files of two layouts, a missing option and a missing file are named', async () => {
  const odd = path.join(home, 'odd.csv');
  await writeFile(odd, '1,1\n1,2\n1,1\n0,1\n2,2\n1,2\n');
  const refused = await evaluate({ valid: odd });
  expect(refused).toMatchObject({ code: 65, stderr: expect.stringContaining('lacks skills and answers') });
  expect(refused.stderr).toContain('odd.csv');

  const skills = path.join(home, 'skills.csv');
  await writeFile(skills, '2\n1,2\n0,1\n');
  expect(await evaluate({ test: skills })).toMatchObject({
    code: 65,
    stderr: expect.stringContaining('one layout'),
  });

  expect(await praxis('practice', 'evaluate', '--train', files.train)).toMatchObject({
    code: 64,
    stderr: expect.stringContaining('--valid'),
  });
  expect(await evaluate({ train: path.join(home, 'none.csv') })).toMatchObject({ code: 66 });
});
