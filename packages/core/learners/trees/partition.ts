/** Parts a leaf's rows into those of its two children. */

/**
 * Rows `order[begin]` to `order[end - 1]`: those that stay move to the front of the range, the others to `scratch`, from
 * `begin` on; both in their former order.
 *
 * @param start where the column of the asked feature begins in `columns`
 * @param stays 1 for each bin whose rows stay
 * @returns how many stay
 */
export function partRange(
  order: Int32Array,
  begin: number,
  end: number,
  columns: Uint8Array,
  start: number,
  stays: Uint8Array,
  scratch: Int32Array,
): number {
  let [front, away] = [begin, begin];
  // Writes both and keeps one: a branch would be guessed wrong too often.
  for (let index = begin; index < end; index++) {
    const row = order[index];
    const isFront = stays[columns[start + row]];
    order[front] = row;
    scratch[away] = row;
    front += isFront;
    away += 1 - isFront;
  }
  return front - begin;
}

/**
 * Joins ranges that were parted, which lie side by side: first the rows that stayed, then those that went.
 *
 * @param ranges begin, end and a third number of each
 * @param stayed how many rows stayed in each, in every third place
 * @returns where those that went begin
 */
export function joinRanges(
  order: Int32Array,
  scratch: Int32Array,
  ranges: Int32Array,
  stayed: Float64Array,
  count: number,
): number {
  let to = ranges[0];
  for (let range = 0; range < count; range++) {
    const begin = ranges[3 * range];
    if (to < begin) order.copyWithin(to, begin, begin + stayed[3 * range]);
    to += stayed[3 * range];
  }
  const middle = to;
  for (let range = 0; range < count; range++) {
    const [begin, end] = [ranges[3 * range], ranges[3 * range + 1]];
    const went = scratch.subarray(begin, end - stayed[3 * range]);
    order.set(went, to);
    to += went.length;
  }
  return middle;
}
