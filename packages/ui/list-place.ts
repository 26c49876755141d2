/** Where the selection of a list stands when its rows change. */

export type RowKey = string | number;

/** The row that was chosen, and its place then. */
export interface ChosenRow {
  readonly key: RowKey;
  readonly place: number;
}

/** Where the chosen row stands now; its last place where it is gone, null where nothing was chosen or is left. */
export function placeOf(chosen: ChosenRow | null, keys: readonly RowKey[]): number | null {
  if (chosen === null || keys.length === 0) return null;
  const place = keys.indexOf(chosen.key);
  return place >= 0 ? place : Math.min(chosen.place, keys.length - 1);
}
