import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LeastRecentlyUsed } from './least-recently-used.ts';

/** Every key holds as much as its number says. */
function cache(bound: number) {
  const events: string[] = [];
  const held = new LeastRecentlyUsed<string>(
    bound,
    async (key) => {
      if (key === 'bad') throw new Error('damaged');
      events.push(`open ${key}`);
      return { value: key, size: Number(key) };
    },
    async (key) => {
      events.push(`release ${key}`);
    },
  );
  return { held, events };
}

test('what was not used for longest is released first; using it keeps it', async () => {
  const { held, events } = cache(10);
  for (const key of ['3', '4', '3', '5']) await held.get(key);
  expect(events).toEqual(['open 3', 'open 4', 'open 5', 'release 4']);
});

test('one that alone is larger than the bound is held, and everything else released', async () => {
  const { held, events } = cache(10);
  for (const key of ['1', '2', '50', '50']) expect(await held.get(key)).toBe(key);
  expect(events).toEqual(['open 1', 'open 2', 'open 50', 'release 1', 'release 2']);
});

test('what does not open is not held: the next call tries again', async () => {
  const { held } = cache(10);
  await expect(held.get('bad')).rejects.toThrow('damaged');
  await expect(held.get('bad')).rejects.toThrow('damaged');
});

test('whatever is asked for, what is held stays within the bound but for a single one', async () => {
  const keys = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(keys, async (sizes) => {
      const { held, events } = cache(20);
      for (const size of sizes) {
        await held.get(String(size));
        const open = new Set<number>();
        for (const [what, key] of events.map((event) => event.split(' '))) {
          if (what === 'open') open.add(Number(key));
          else open.delete(Number(key));
        }
        expect([...open].reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(20);
        expect(open).toContain(size);
      }
    }),
  );
});
