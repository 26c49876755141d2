/** All works, in the order of the table. */
import { ensemble } from './ensemble.ts';
import { lstm } from './lstm.ts';
import { mlp } from './mlp.ts';
import { predict } from './predict.ts';
import { transformer } from './transformer.ts';
import type { Work } from './work.ts';

export const works: readonly Work[] = [mlp, ensemble, transformer, lstm, predict];

export function workNamed(name: string): Work {
  const work = works.find((known) => known.name === name);
  if (!work)
    throw new Error(`There is no work ${name}; known: ${works.map((known) => known.name).join(', ')}.`);
  return work;
}
