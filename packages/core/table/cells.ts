/** What one cell is: a number, a flag, a time, or a word. Nothing is guessed; what does not fit is said not to fit. */
import { dateReader, isoTime } from './date-time.ts';

/** A cell that is not missing, as the format gives it: CSV gives text alone, JSON and Parquet typed values. */
export type Cell = string | number | bigint | boolean | Date;

/** Text that means "missing", unless a schema or an option says otherwise. */
export const missingTokens: readonly string[] = [
  '',
  'NA',
  'N/A',
  'n/a',
  '#N/A',
  'null',
  'NULL',
  'NaN',
  'nan',
  '\\N',
];

/** Text without the blanks around it; the common case has none and costs two comparisons. */
export function trimmed(text: string): string {
  return text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32 ? text.trim() : text;
}

/**
 * A plain decimal, NaN where the text is none. JavaScript's own conversion would also take '', ' ', '0x1f' and
 * 'Infinity'; the checks around it are those of `^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$`, three times as fast.
 */
export function decimalNumber(text: string): number {
  const value = +text;
  if (!Number.isFinite(value)) return Number.NaN;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const startsWell = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  const endsWell = (last >= 48 && last <= 57) || last === 46;
  // 0x1f, 0b11 and 0o17 have a letter in the second place; so has 0e5, which is a decimal.
  const second = text.charCodeAt(1) | 32;
  const otherBase = first === 48 && (second === 120 || second === 98 || second === 111);
  return startsWell && endsWell && !otherBase ? value : Number.NaN;
}

/** Whether a number keeps all that its text says: codes such as 007 and identifiers beyond 2^53 do not survive it. */
function survivesAsNumber(text: string, value: number): boolean {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER && /^[+-]?\d+$/.test(text)) return false;
  const digit = text.charCodeAt(0) === 43 || text.charCodeAt(0) === 45 ? 1 : 0;
  const next = text.charCodeAt(digit + 1);
  return text.charCodeAt(digit) !== 48 || !(next >= 48 && next <= 57);
}

/** Reads a cell; NaN where it is none of this kind. */
export type NumericReader = (cell: Cell) => number;

/** For an inferred column; `fromText` is false where the format has numbers of its own. */
export function inferredNumber(fromText: boolean): NumericReader {
  return (cell) => {
    if (typeof cell !== 'string') return typedNumber(cell);
    if (!fromText) return Number.NaN;
    const text = trimmed(cell);
    const value = decimalNumber(text);
    return survivesAsNumber(text, value) ? value : Number.NaN;
  };
}

/** For a declared column. */
export function declaredNumber(decimal: '.' | ','): NumericReader {
  return (cell) => {
    if (typeof cell !== 'string') return typedNumber(cell);
    const text = trimmed(cell);
    if (decimal === '.') return decimalNumber(text);
    return text.includes('.') ? Number.NaN : decimalNumber(text.replace(',', '.'));
  };
}

function typedNumber(cell: Exclude<Cell, string>): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : Number.NaN;
  if (typeof cell === 'bigint' && Number.isSafeInteger(Number(cell))) return Number(cell);
  return Number.NaN;
}

const flags: ReadonlyMap<string, number> = new Map([
  ['false', 0],
  ['true', 1],
  ['no', 0],
  ['yes', 1],
]);

/** true, false, yes and no in any case. */
export const inferredFlag: NumericReader = (cell) => {
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (typeof cell !== 'string' || cell.length > 8) return Number.NaN;
  return flags.get(trimmed(cell).toLowerCase()) ?? Number.NaN;
};

/** As inferred, and 0 and 1. */
export const declaredFlag: NumericReader = (cell) => {
  const text = typeof cell === 'string' ? trimmed(cell) : String(cell);
  if (text === '0' || text === '1') return Number(text);
  return inferredFlag(cell);
};

/** ISO 8601, or a declared format. */
export function dateTime(format: string | undefined): NumericReader {
  const ofText = format === undefined ? isoTime : dateReader(format);
  return (cell) => {
    if (cell instanceof Date) return cell.getTime();
    if (typeof cell === 'string') return ofText(trimmed(cell));
    if (typeof cell === 'boolean' || format === undefined) return Number.NaN;
    return ofText(String(cell));
  };
}

/** A cell as a word. */
export function wordOf(cell: Cell): string {
  if (typeof cell === 'string') return trimmed(cell);
  return cell instanceof Date ? cell.toISOString() : String(cell);
}
