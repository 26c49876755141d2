/** Settings say what is wrong with them before anything starts. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test.each([
  [undefined, null],
  ['', null],
  ['./model', path.resolve('model')],
  ['/models/large', '/models/large'],
  ['owner/model-1.5B', 'owner/model-1.5B'],
])('PRAXIS_LANGUAGE_MODEL %s is read', (value, expected) => {
  expect(readSettings({ PRAXIS_LANGUAGE_MODEL: value }).languageModel).toBe(expected);
});

test.each(['no where', 'model', 'https://example.org/model'])(
  'PRAXIS_LANGUAGE_MODEL "%s" is refused',
  (value) => {
    expect(() => readSettings({ PRAXIS_LANGUAGE_MODEL: value })).toThrow(/PRAXIS_LANGUAGE_MODEL/);
  },
);
