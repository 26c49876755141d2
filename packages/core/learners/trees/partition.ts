/** Parts a leaf's rows into those of its two children. */

/**
 * Reorders `order[begin]` to `order[end - 1]`: first the rows that go left, both sides in their former order.
 *
 * @param column bin of each row in the feature that is asked
 * @param goesLeft 1 for each bin that goes left
 * @param scratch as long as `order`
 * @returns where the right side begins
 */
export function partition(
  order: Int32Array,
  begin: number,
  end: number,
  column: Uint8Array,
  goesLeft: Uint8Array,
  scratch: Int32Array,
): number {
  let [left, right] = [begin, 0];
  // Writes both and keeps one: a branch would be guessed wrong too often.
  for (let index = begin; index < end; index++) {
    const row = order[index];
    const isLeft = goesLeft[column[row]];
    order[left] = row;
    scratch[right] = row;
    left += isLeft;
    right += 1 - isLeft;
  }
  order.set(scratch.subarray(0, right), left);
  return left;
}
