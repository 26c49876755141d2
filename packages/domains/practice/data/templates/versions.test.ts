import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { templates } from './registry.ts';
import { canonicalTask } from './task.ts';

/**
 * Exercises that learners were given are made again from template, version and seed. Where a line changes, raise the
 * template's version; then `npx vitest run -u <this file>`.
 */
test('the exercises of a template’s version never change', async () => {
  const lines = templates.map(({ id, version, draw }) => {
    const hash = createHash('sha256');
    for (let seed = 0; seed < 20; seed++) {
      const drafted = draw(seed);
      hash.update(
        JSON.stringify(drafted === null ? null : [canonicalTask(drafted.draft.task), drafted.draft.answer]),
      );
    }
    return `${id}@${version} ${hash.digest('hex').slice(0, 16)}`;
  });
  await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot('versions.txt');
});
