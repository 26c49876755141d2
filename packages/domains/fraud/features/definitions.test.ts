import { expect, test } from 'vitest';
import { featuresEn } from '../words/features.en.ts';
import { featuresZh } from '../words/features.zh.ts';
import { features } from './definitions.ts';

test('every measure and every window has its words in both languages, with a place for the window where there is one', () => {
  const measures = new Set(features.map(({ measure }) => measure));
  const windows = new Set(features.flatMap(({ window }) => window ?? []));
  for (const words of [featuresEn, featuresZh]) {
    expect(new Set(Object.keys(words.measures))).toEqual(measures);
    expect(new Set(Object.keys(words.windows))).toEqual(windows);
    const sentences = new Map(Object.entries(words.measures));
    for (const { measure, window } of features) {
      expect(sentences.get(measure)?.includes('{window}'), measure).toBe(window !== null);
    }
  }
});

test('every feature has a name of its own: that of its measure and of its window', () => {
  expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
  for (const { name, measure, window } of features) expect(name).toBe(`${measure}${window ?? ''}`);
});
