/** What every picture of the capacity screen is given, and how its table writes money. */
import { minorUnitsPerUnit } from '../../data/records.ts';
import type { Assumptions } from '../../service/assumptions.ts';
import type { CapacityFigures } from '../../service/capacity-figures.ts';
import type { Wording } from '../wording.ts';

export interface ShownFigures {
  readonly figures: CapacityFigures;
  readonly assumptions: Assumptions;
  readonly currency: string;
  readonly wording: Wording;
}

/** In units of the currency, which the column's head names: a number that a spreadsheet can go on with. */
export const units = (minor: number): number => Math.round(minor) / minorUnitsPerUnit;

/** The heads of a table; those that end in `Money` name the currency. */
export const headsOf = (
  columns: readonly string[],
  word: (key: string) => string,
  currency: string,
): readonly string[] =>
  columns.map((column) =>
    column.endsWith('Money')
      ? `${word(`columns.${column.slice(0, -'Money'.length)}`)} (${currency})`
      : word(`columns.${column}`),
  );
