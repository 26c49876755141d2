import { expect, test } from 'vitest';
import { praxis } from './testing/praxis.ts';

test.each([
  { words: ['trian'], says: /no command "trian"/ },
  { words: ['train', '--target', 'x'], says: /--data is missing/ },
  { words: ['train', '--colour', 'red'], says: /--colour/ },
  {
    words: ['train', '--data', 'a', '--target', 'b', '--out', 'c', '--learner', 'oracle'],
    says: /--learner is none of auto/,
  },
  { words: ['compare', 'one', '--data', 'a.csv'], says: /takes DIR DIR; not one/ },
  { words: ['card'], says: /takes DIR; none is given/ },
  { words: ['evaluate', '--outcome', 'diabetes'], says: /praxis diagnosis evaluate --outcome diabetes/ },
])('a command that is not understood ends with 64 and says why: $words', async ({ words, says }) => {
  const { code, stdout, stderr } = await praxis(...words);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(says);
});

test('help lists every command, and --help after a command its own use', async () => {
  const all = await praxis('help');
  expect(all.code).toBe(0);
  for (const name of [
    'train',
    'predict',
    'evaluate',
    'compare',
    'card',
    'export',
    'diagnosis evaluate',
    'doctor',
  ]) {
    expect(all.stdout).toContain(`praxis ${name}`);
  }
  const one = await praxis('compare', '--help');
  expect(one.stdout).toMatch(/^Usage: praxis compare DIR DIR/);
});
