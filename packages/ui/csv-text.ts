/** A table of figures as CSV text (RFC 4180). */

export type CsvRow = readonly (string | number | null)[];

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Starts with a byte order mark, without which spreadsheets misread Chinese headers. */
export function csvText({ columns, rows }: CsvTable): string {
  return `\uFEFF${csvLines([columns, ...rows])}`;
}

/** Further rows of a table whose text is written part by part. */
export function csvLines(rows: readonly CsvRow[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
