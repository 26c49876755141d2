/** Every page and endpoint of the app, read from its folders, so that a new one cannot be forgotten. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A value for each dynamic part of an address. */
const sample: Readonly<Record<string, string>> = {
  outcome: 'diabetes',
  vertical: 'diagnosis',
  all: 'session',
};

function address(file: string, parameters: Readonly<Record<string, string>>): string {
  const parts = path.posix.dirname(file).split('/').slice(1);
  const filled = parts
    .filter((part) => !(part.startsWith('(') && part.endsWith(')')))
    .map((part) => {
      const name = /^\[(?:\.\.\.)?(\w+)\]$/.exec(part)?.[1];
      return name === undefined ? part : (parameters[name] ?? sample[name] ?? '1');
    });
  return `/${filled.join('/')}`;
}

const files = (pattern: string) => globSync(pattern).map((file) => file.split(path.sep).join('/'));

/** Address of every page. */
export function pages(parameters: Readonly<Record<string, string>> = {}): string[] {
  return files('app/**/page.tsx')
    .map((file) => address(file, parameters))
    .sort();
}

/** Address and method of every endpoint. */
export function endpoints(
  parameters: Readonly<Record<string, string>> = {},
): { path: string; method: string }[] {
  return files('app/**/route.ts').flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const methods = [
      ...source.matchAll(/export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/g),
    ];
    return methods.map(([, method]) => ({ path: address(file, parameters), method }));
  });
}
