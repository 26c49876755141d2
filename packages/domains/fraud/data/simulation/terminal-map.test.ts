import { createRandom } from '@praxis/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { terminalMap } from './terminal-map.ts';

const coordinate = fc.double({ min: 0, max: 99.999, noNaN: true });
const place = fc.tuple(coordinate, coordinate);

test('near a place are exactly the terminals within the radius, or else the nearest one; a draw is one of them', () => {
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 1, maxLength: 300 }),
      place,
      fc.nat(),
      (terminals, [x, y], seed) => {
        const distances = terminals.map(
          ([terminalX, terminalY]) => (terminalX - x) ** 2 + (terminalY - y) ** 2,
        );
        const within = distances.flatMap((distance, terminal) => (distance < 25 ? [terminal] : []));
        const expected = within.length > 0 ? within : [distances.indexOf(Math.min(...distances))];
        const map = terminalMap({
          x: Float64Array.from(terminals, ([terminalX]) => terminalX),
          y: Float64Array.from(terminals, ([, terminalY]) => terminalY),
        });
        expect(map.near(x, y)).toEqual(expected);
        const random = createRandom(seed);
        for (let draw = 0; draw < 10; draw++) expect(expected).toContain(map.drawNear(x, y, random));
      },
    ),
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
