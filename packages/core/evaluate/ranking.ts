/** What those find who look at the highest scored alone. */

/**
 * Share of all events among the `k` highest scored rows. Of rows that tie at the last place each counts by the chance to
 * be taken.
 *
 * @param labels 0 or 1; @param scores higher means more likely 1; shapes [rows]
 */
export function recallAtK(labels: Uint8Array, scores: Float64Array, k: number): number {
  const events = labels.reduce((sum, label) => sum + label, 0);
  return eventsAmongTop(labels, scores, Int32Array.from(labels.keys()), k) / events;
}

/**
 * Mean over the days of the share of events among the `k` highest scored rows of the day; a day of fewer rows is judged by
 * all of them. Ties as in `recallAtK`.
 *
 * @param days a code a row, the same for rows of one day; shapes [rows]
 */
export function precisionAtKPerDay(
  labels: Uint8Array,
  scores: Float64Array,
  days: Int32Array,
  k: number,
): number {
  const byDay = new Map<number, number[]>();
  days.forEach((day, row) => {
    const rows = byDay.get(day);
    if (rows === undefined) byDay.set(day, [row]);
    else rows.push(row);
  });
  let sum = 0;
  for (const rows of byDay.values()) {
    sum += eventsAmongTop(labels, scores, Int32Array.from(rows), k) / Math.min(k, rows.length);
  }
  return sum / byDay.size;
}

function eventsAmongTop(labels: Uint8Array, scores: Float64Array, rows: Int32Array, k: number): number {
  const order = rows.sort((a, b) => scores[b] - scores[a]);
  if (k >= order.length) return order.reduce((sum, row) => sum + labels[row], 0);
  const last = scores[order[k - 1]];
  let [above, found, tied, tiedEvents] = [0, 0, 0, 0];
  for (const row of order) {
    if (scores[row] < last) break;
    if (scores[row] > last) {
      above++;
      found += labels[row];
    } else {
      tied++;
      tiedEvents += labels[row];
    }
  }
  return found + ((k - above) * tiedEvents) / tied;
}
