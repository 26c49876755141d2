import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layered } from './layered.ts';

it('puts what rests on nothing first, and what rests on two after both', () => {
  const nodes = ['a', 'b', 'c'].map((key) => ({ key, lane: key }));
  const edges = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'a', to: 'c' },
    { from: 'nobody', to: 'a' },
  ];
  expect([...layered(nodes, edges)]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
});

it('always leads to the right, and no two stand in one place', () => {
  const graph = fc.array(fc.record({ lane: fc.nat(3), before: fc.array(fc.nat(30), { maxLength: 3 }) }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(graph, (made) => {
      const nodes = made.map(({ lane }, index) => ({ key: String(index), lane: String(lane) }));
      const edges = made.flatMap(({ before }, index) =>
        before.filter((from) => from < index).map((from) => ({ from: String(from), to: String(index) })),
      );
      // Turned around, so that what rests on others comes first in the list.
      const columns = layered(nodes.toReversed(), edges);
      for (const { from, to } of edges) expect(columns.get(to)).toBeGreaterThan(columns.get(from) ?? 99);
      const places = nodes.map(({ key, lane }) => `${lane} ${columns.get(key)}`);
      expect(new Set(places).size).toBe(nodes.length);
    }),
  );
});
