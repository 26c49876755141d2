import { expect, test } from 'vitest';
import { skills } from './graph.ts';
import { fields } from './skill.ts';

test('there are at least 40 skills, each with a name of its own in both languages', () => {
  expect(skills.length).toBeGreaterThanOrEqual(40);
  for (const take of [
    (skill: (typeof skills)[number]) => skill.id,
    (skill: (typeof skills)[number]) => skill.name.en,
    (skill: (typeof skills)[number]) => skill.name.zh,
  ]) {
    expect(new Set(skills.map(take)).size).toBe(skills.length);
  }
  for (const { name } of skills) {
    expect(name.en).toMatch(/^[A-Z][\w ,:]+$/);
    expect(name.zh).toMatch(/\p{Script=Han}/u);
  }
});

test('every field of mathematics has a skill', () => {
  expect(new Set(skills.map(({ field }) => field))).toEqual(new Set(fields));
});

test('every prerequisite is a skill, and no skill comes before itself', () => {
  const open = new Map<string, readonly string[]>(skills.map(({ id, prerequisites }) => [id, prerequisites]));
  for (const before of open.values()) for (const id of before) expect(open.has(id), id).toBe(true);
  // Taking away, again and again, what waits for nothing must leave nothing over.
  for (let left = -1; left !== open.size; ) {
    left = open.size;
    for (const [id, before] of open) if (before.every((one) => !open.has(one))) open.delete(id);
  }
  expect([...open.keys()]).toEqual([]);
});
