import { expect, test } from 'vitest';
import { forms } from '../data/mathematics/forms.ts';
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

test('every message is written for its readers', () => {
  for (const [path, message] of leaves(en)) expect(message, path).not.toMatch(/\p{Script=Han}/u);
  for (const [path, message] of leaves(zh)) expect(message, path).not.toMatch(/\p{Script=Han}[,;:?!.]/u);
});

test('every form that an exercise can ask for has its words', () => {
  expect(Object.keys(en.screens.verdicts.forms).toSorted()).toEqual([...forms].toSorted());
});
