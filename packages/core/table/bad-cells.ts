/** Gathers cells that do not fit: the first few whole, all of them as counts. */
import type { BadCell, BadCells } from './errors.ts';

const cellsKept = 20;
const foundCharacters = 200;

export function badCellCollection() {
  const first: BadCell[] = [];
  const counts = new Map<string, number>();
  return {
    add(cell: BadCell): void {
      counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
      if (first.length < cellsKept) first.push({ ...cell, found: cell.found.slice(0, foundCharacters) });
    },
    /** In the order of rows; formats that come column by column give them in another. */
    all(): BadCells {
      let total = 0;
      for (const count of counts.values()) total += count;
      return {
        first: first.toSorted((one, other) => one.row - other.row),
        counts: Object.fromEntries(counts),
        total,
      };
    },
  };
}

/** What two looks at the same rows found, as one. */
export function mergeBadCells(one: BadCells, other: BadCells): BadCells {
  const counts = { ...one.counts };
  for (const [column, count] of Object.entries(other.counts)) counts[column] = (counts[column] ?? 0) + count;
  return {
    first: [...one.first, ...other.first].toSorted((a, b) => a.row - b.row).slice(0, cellsKept),
    counts,
    total: one.total + other.total,
  };
}
