import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { joinRanges, partRange } from './partition.ts';

test('rows that stay come first and both sides keep their order, in however many ranges they are parted', () => {
  const random = createRandom(2);
  const rows = 100;
  const columns = Uint8Array.from({ length: 2 * rows }, () => random.below(7));
  const stays = Uint8Array.of(1, 0, 1, 0, 0, 1, 1);
  for (const ends of [[80], [20, 50, 80], [11, 12, 80]]) {
    const order = Int32Array.from({ length: rows }, (_, row) => rows - 1 - row);
    const within = [...order.subarray(10, 80)];
    const isIn = (row: number) => stays[columns[rows + row]] === 1;
    const expected = [...within.filter(isIn), ...within.filter((row) => !isIn(row))];
    const scratch = new Int32Array(rows);
    const ranges = Int32Array.from(
      ends.flatMap((end, range) => [range === 0 ? 10 : ends[range - 1], end, 0]),
    );
    const stayed = new Float64Array(3 * ends.length);
    ends.forEach((_, range) => {
      const [begin, end] = [ranges[3 * range], ranges[3 * range + 1]];
      stayed[3 * range] = partRange(order, begin, end, columns, rows, stays, scratch);
    });
    const middle = joinRanges(order, scratch, ranges, stayed, ends.length);
    expect([...order.subarray(10, 80)]).toEqual(expected);
    expect(middle).toBe(10 + within.filter(isIn).length);
    expect([...order.subarray(0, 10), ...order.subarray(80)]).toEqual(
      [...order.keys()].map((place) => rows - 1 - place).filter((_, place) => place < 10 || place >= 80),
    );
  }
});
