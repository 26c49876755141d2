import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
}

const english = new Map(leaves(en));
const chinese = new Map(leaves(zh));
const parameters = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

describe('the words of the shell', () => {
  it('exist in Chinese exactly where they exist in English', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('take the same parameters in both languages', () => {
    for (const [key, text] of english)
      expect([key, parameters(chinese.get(key) ?? '')]).toEqual([key, parameters(text)]);
  });

  it('are never empty, and Chinese uses its own punctuation', () => {
    for (const [key, text] of chinese) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;:?!.]/);
    }
  });
});
