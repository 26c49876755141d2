import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { partRows } from './partition.ts';

test('rows that stay come first, both sides keep their order, and rows outside stay as they are', () => {
  const random = createRandom(2);
  const rows = 100;
  const columns = Uint8Array.from({ length: 2 * rows }, () => random.below(7));
  const stays = Uint8Array.of(1, 0, 1, 0, 0, 1, 1);
  const before = Int32Array.from({ length: rows }, (_, row) => rows - 1 - row);
  const isIn = (row: number) => stays[columns[rows + row]] === 1;
  for (const [begin, end] of [
    [10, 80],
    [0, rows],
    [11, 12],
    [5, 5],
  ]) {
    const order = before.slice();
    const within = [...order.subarray(begin, end)];
    const middle = partRows(order, begin, end, columns, rows, stays, new Int32Array(rows));
    expect([...order]).toEqual([
      ...before.subarray(0, begin),
      ...within.filter(isIn),
      ...within.filter((row) => !isIn(row)),
      ...before.subarray(end),
    ]);
    expect(middle).toBe(begin + within.filter(isIn).length);
  }
});
