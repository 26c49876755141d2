import { expect, test } from 'vitest';
import { probabilityOf } from '../evaluate/recalibration.ts';
import type { ChangeableFeature } from './changeable.ts';
import { type Changes, counterfactual } from './counterfactual.ts';

const number = (name: string, current: number | null, changes = {}): ChangeableFeature => ({
  kind: 'number',
  name,
  current,
  minimum: 0,
  maximum: 100,
  step: 1,
  direction: 'either',
  scale: 10,
  ...changes,
});
function scoring(own: Readonly<Record<string, number | string>>, of: (row: Changes) => number) {
  return async (all: readonly Changes[]) => all.map((changes) => of({ ...own, ...changes }));
}
const goal = { side: 'below' as const, bound: 0.5 };
const linear = (weights: Readonly<Record<string, number>>, intercept: number) => (row: Changes) =>
  probabilityOf(
    Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * Number(row[name]), intercept),
  );

test('one change is preferred to two, however small, and it is the least that does', async () => {
  const score = scoring({ a: 50, b: 50 }, linear({ a: 0.1, b: 0.02 }, -5.4));
  // −5.4 + 5 + 1 = 0.6 log-odds: a has to lose more than 6 (b alone 30).
  const found = await counterfactual(score, [number('a', 50), number('b', 50)], goal);
  expect(found).toMatchObject({ ok: true, value: { changes: [{ feature: 'a', from: 50, to: 43 }] } });
  if (found.ok) {
    expect(found.value.score).toBeLessThan(0.5);
    expect(found.value.distance).toBeCloseTo(0.7, 10);
  }
});

test('where one does not reach, two do, each no farther than it must', async () => {
  const score = scoring({ a: 50, b: 50, c: 50 }, linear({ a: 0.1, b: 0.1, c: 0 }, -5));
  const bounds = { minimum: 20, maximum: 60 };
  const features = [number('a', 50, bounds), number('b', 50, bounds), number('c', 50)];
  const found = await counterfactual(score, features, goal);
  if (!found.ok) throw new Error(found.error.message);
  const { changes } = found.value;
  expect(changes.map(({ feature }) => feature)).toEqual(['a', 'b']);
  const lost = changes.reduce((sum, { from, to }) => sum + Number(from) - Number(to), 0);
  // 5 log-odds are 50 units together.
  expect(lost).toBe(51);
});

test('bounds, direction and steps are kept, and only declared features change', async () => {
  const score = scoring({ a: 50, b: 3 }, linear({ a: -0.1, b: 1 }, 4));
  const features = [
    number('a', 50, { direction: 'lower' }),
    number('b', 3, { minimum: 0, maximum: 5, step: 0.5 }),
  ];
  const found = await counterfactual(score, features, goal);
  expect(found).toMatchObject({ ok: true, value: { changes: [{ feature: 'b', from: 3, to: 0.5 }] } });
});

test('a level may be changed for one that is allowed', async () => {
  const risk: Readonly<Record<string, number>> = { daily: 0.9, sometimes: 0.6, never: 0.2 };
  const score = scoring({ smoking: 'daily' }, ({ smoking }) => risk[smoking]);
  const levels = (...allowed: string[]): ChangeableFeature => ({
    kind: 'level',
    name: 'smoking',
    current: 'daily',
    levels: allowed,
  });
  expect(await counterfactual(score, [levels('daily', 'sometimes', 'never')], goal)).toMatchObject({
    ok: true,
    value: { changes: [{ from: 'daily', to: 'never' }], distance: 1 },
  });
  expect(await counterfactual(score, [levels('sometimes')], goal)).toMatchObject({
    ok: false,
    error: { code: 'outOfReach', closest: 0.6 },
  });
});

test.each([
  {
    code: 'alreadyThere',
    own: 10,
    features: [number('a', 10)],
    says: /already below 0.5/,
  },
  { code: 'nothingChangeable', own: 90, features: [number('a', null)], says: /not known/ },
  {
    code: 'outOfReach',
    own: 90,
    features: [number('a', 90, { minimum: 80 })],
    says: /1 change cannot bring the score below 0.5: the nearest is 0.953/,
  },
])('no change is an answer with its reason: $code', async ({ code, own, features, says }) => {
  const score = scoring({ a: own }, linear({ a: 0.1 }, -5));
  const found = await counterfactual(score, features, goal);
  expect(found).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(says) } });
});

test('a score can be raised as well as lowered, and need not be monotone', async () => {
  const score = scoring({ a: 50 }, ({ a }) => (Number(a) === 20 || Number(a) > 95 ? 0.8 : 0.1));
  const found = await counterfactual(score, [number('a', 50)], { side: 'above', bound: 0.5 });
  expect(found).toMatchObject({ ok: true, value: { score: 0.8 } });
});
