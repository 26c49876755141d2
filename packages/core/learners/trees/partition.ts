/** Parts a leaf's rows into those of its two children. */

/**
 * Rows `order[begin]` to `order[end - 1]`: those that stay move to the front, the others behind them; both in their former
 * order.
 *
 * @param start where the column of the asked feature begins in `columns`
 * @param stays 1 for each bin whose rows stay
 * @param scratch as long as `order`; written between `begin` and `end` alone
 * @returns where the others begin
 */
export function partRows(
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
  // A loop: most pieces are too short for a view of the array to be worth its making.
  for (let index = begin; index < away; index++) order[front + index - begin] = scratch[index];
  return front;
}
