import { expect, test } from 'vitest';
import { features } from './definitions.ts';

test('every feature has a name of its own: that of its measure and of its window', () => {
  expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
  for (const { name, measure, window } of features) expect(name).toBe(`${measure}${window ?? ''}`);
});
