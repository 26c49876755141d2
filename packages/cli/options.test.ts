import { expect, test } from 'vitest';
import { z } from 'zod';
import { names, parseOptions, reading, required, whole } from './options.ts';

const schema = z.object({ data: required, folds: whole(2, 100, 5), drop: names, ...reading });
const parse = (options: Record<string, unknown>) =>
  parseOptions(schema, { options, words: [], usage: 'train …' });

test('what is left out has its default, names are split at commas, a tab may be written as a word', () => {
  expect(parse({ data: 'a.csv' })).toEqual({ data: 'a.csv', folds: 5, drop: [] });
  expect(parse({ data: 'a.csv', folds: '10', drop: ['a, b', 'c'], delimiter: 'tab' })).toEqual({
    data: 'a.csv',
    folds: 10,
    drop: ['a', 'b', 'c'],
    delimiter: '\t',
  });
});

test.each([
  { options: {}, says: '--data is missing.' },
  { options: { data: '' }, says: '--data is empty.' },
  { options: { data: 'a', folds: '1' }, says: '--folds is not a whole number from 2 to 100.' },
  { options: { data: 'a', folds: '5.5' }, says: '--folds is not a whole number from 2 to 100.' },
  { options: { data: 'a', delimiter: '||' }, says: '--delimiter is not one character (a tab: "tab").' },
])('a wrong option is named with what it should be: $says', ({ options, says }) => {
  expect(() => parse(options)).toThrow(expect.objectContaining({ code: 'usage', message: says }));
});
