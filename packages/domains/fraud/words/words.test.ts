import { expect, test } from 'vitest';
import { features } from '../features/definitions.ts';
import { delayedWindows } from '../features/windows.ts';
import { ownFigureNames } from '../pipeline/held-out-figures.ts';
import { ruleNames } from '../service/rules.ts';
import { verdictReasons, verdicts } from '../service/verdict.ts';
import { en } from './en.ts';
import { measuresEn } from './measures.en.ts';
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

test('every message is written for its readers', () => {
  for (const [path, message] of leaves(en)) expect(message, path).not.toMatch(/\p{Script=Han}/u);
  for (const [path, message] of leaves(zh)) expect(message, path).not.toMatch(/\p{Script=Han}[,;:?!.]/u);
});

test('everything that features, rules and verdicts can name has a word, and nothing else has', () => {
  const measures = [...new Set(features.map(({ measure }) => measure))].toSorted();
  expect(Object.keys(measuresEn).toSorted()).toEqual(measures);
  const labels = features.map(({ name }) => en.features[name]?.label);
  expect(new Set(labels).size).toBe(features.length);
  expect(Object.keys(en.reasons).toSorted()).toEqual(measures);
  const windows = features.flatMap(({ window }) => (window === null ? [] : [window]));
  expect(Object.keys(en.windows).toSorted()).toEqual([...new Set(windows)].toSorted());
  expect(Object.keys(en.knownWindows)).toEqual(delayedWindows.map(({ name }) => name));
  expect(Object.keys(en.rules)).toEqual([...ruleNames]);
  expect(Object.keys(en.figures)).toEqual([...ownFigureNames]);
  expect(Object.keys(en.screens.verdicts)).toEqual([...verdicts]);
  expect(Object.keys(en.screens.verdictReasons)).toEqual(verdicts.flatMap((each) => verdictReasons[each]));
});
