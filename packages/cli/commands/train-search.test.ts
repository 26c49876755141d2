import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pimaFile, praxis } from '../testing/praxis.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-search-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const pima = ['--data', pimaFile, '--target', 'diabetes', '--positive', 'pos', '--learner', 'logistic'];

test('a search is told by the object that is printed, and by the card with what it found', async () => {
  const out = path.join(home, 'model');
  const trained = await praxis('train', ...pima, '--folds', '2', '--search', '3', '--out', out, '--json');
  expect(trained.code, trained.stderr).toBe(0);
  expect(JSON.parse(trained.stdout).search).toEqual({
    trials: 3,
    seconds: null,
    tried: [{ learner: 'logistic', trials: 3 }],
  });
  const { stdout } = await praxis('card', out);
  expect(stdout).toContain('logistic regression: 3 of 3 trials');
  expect(stdout).toMatch(/found for the final fit: penalty [\d.]+/);
});

test('a limit in seconds without a search is refused by name', async () => {
  const out = path.join(home, 'refused');
  const { code, stderr } = await praxis('train', ...pima, '--search-seconds', '5', '--out', out);
  expect(code).toBe(64);
  expect(stderr).toContain('--search-seconds goes with --search');
});
