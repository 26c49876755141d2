import { expect, test } from 'vitest';
import { diagnosisCodes, observationTests, outcomes } from '../data/records.ts';
import { features } from '../features/definitions.ts';
import { exclusionReasons } from '../pipeline/cohort.ts';
import { riskBands } from '../service/bands.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

/** The names of an ICU message's arguments, wherever they stand. */
function parameters(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)(?=[},])/g)].map(([, name]) => name ?? ''))].toSorted();
}

test('Chinese has every word that English has, no other, and the same parameters', () => {
  const chinese = new Map(leaves(zh));
  expect([...chinese.keys()].toSorted()).toEqual(
    leaves(en)
      .map(([path]) => path)
      .toSorted(),
  );
  for (const [path, message] of leaves(en)) {
    expect(parameters(chinese.get(path) ?? ''), path).toEqual(parameters(message));
  }
});

test('no word is empty and every message is written for its readers', () => {
  for (const [path, message] of [...leaves(en), ...leaves(zh)]) expect(message.trim(), path).not.toBe('');
  for (const [path, message] of leaves(en)) expect(message, path).not.toMatch(/\p{Script=Han}/u);
});

test('everything that models, service and card can name has a word', () => {
  expect(Object.keys(en.features)).toEqual(features.map(({ name }) => name));
  expect(Object.keys(en.outcomes)).toEqual([...outcomes]);
  expect(Object.keys(en.outcomesShort)).toEqual([...outcomes]);
  expect(Object.keys(en.outcomeSentences)).toEqual([...outcomes]);
  expect(Object.keys(en.bands)).toEqual([...riskBands, 'alreadyHas']);
  expect(Object.keys(en.diagnoses).toSorted()).toEqual(diagnosisCodes.toSorted());
  expect(Object.keys(en.tests)).toEqual([...observationTests]);
  expect(Object.keys(en.excluded)).toEqual([...exclusionReasons]);
});

test('a feature’s unit is the same in its definition and in its words', () => {
  for (const { name, unit } of features) {
    const words: { readonly label: string; readonly unit?: string } = en.features[name];
    expect(words.unit ?? null, name).toBe(unit);
  }
});
