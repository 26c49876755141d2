import { createRandom, type Random } from '@praxis/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapSide, type Places, terminalMap } from './terminal-map.ts';

/** So many terminals or customers anywhere on the map. */
function placesOf(count: number, random: Random): Places {
  const along = () => Float64Array.from({ length: count }, () => random.uniform() * mapSide);
  return { x: along(), y: along() };
}

test('near a place are exactly the terminals within the radius, or else the nearest one; a draw is one of them', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(1, 10, 300, 3_000), (seed, count) => {
      const random = createRandom(seed);
      const terminals = placesOf(count, random);
      const map = terminalMap(terminals);
      const people = placesOf(20, random);
      for (const [person, x] of people.x.entries()) {
        const y = people.y[person];
        const away = Array.from(terminals.x, (at, terminal) => Math.hypot(at - x, terminals.y[terminal] - y));
        const within = away.flatMap((distance, terminal) => (distance < 5 ? [terminal] : []));
        const expected = within.length > 0 ? within : [away.indexOf(Math.min(...away))];
        expect(map.near(x, y)).toEqual(expected);
        expect(expected).toContain(map.drawNear(x, y, random));
      }
    }),
  );
});

test('each terminal near a place is drawn as often as the others, also at the corner of the map', () => {
  const random = createRandom(1);
  const x = Float64Array.from({ length: 3_000 }, () => random.uniform() * 30);
  const y = Float64Array.from({ length: 3_000 }, () => random.uniform() * 30);
  const map = terminalMap({ x, y });
  for (const [atX, atY] of [
    [0, 0],
    [14.9, 15.1],
  ]) {
    const near = map.near(atX, atY);
    const counts = new Map(near.map((terminal) => [terminal, 0]));
    const draws = 400 * near.length;
    for (let draw = 0; draw < draws; draw++) {
      const terminal = map.drawNear(atX, atY, random);
      counts.set(terminal, (counts.get(terminal) ?? 0) + 1);
    }
    // Chi squared has as many degrees of freedom as terminals less one; its deviation is sqrt(2 of them).
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0);
    const freedom = near.length - 1;
    expect(Math.abs(chiSquared - freedom)).toBeLessThan(5 * Math.sqrt(2 * freedom));
  }
});
