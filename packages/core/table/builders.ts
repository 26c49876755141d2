/** Columns while they grow, one builder a kind. */
import { type Cell, type NumericReader, trimmed, wordOf } from './cells.ts';
import { type Column, missingFlag } from './table.ts';

export interface ColumnBuilder {
  /** False where the cell does not fit; nothing is added then. */
  add(cell: Cell): boolean;
  addMissing(): void;
  finish(): Column;
}

const firstRoom = 1024;

/** Numbers, flags and times: a typed array that doubles. */
export function numericBuilder(
  head: { readonly name: string; readonly unit: string | null },
  kind: 'number' | 'boolean' | 'dateTime',
  read: NumericReader,
): ColumnBuilder {
  let values: Float64Array | Uint8Array =
    kind === 'boolean' ? new Uint8Array(firstRoom) : new Float64Array(firstRoom);
  const missing = kind === 'boolean' ? missingFlag : Number.NaN;
  let rows = 0;
  function push(value: number): void {
    if (rows === values.length) {
      const grown = kind === 'boolean' ? new Uint8Array(rows * 2) : new Float64Array(rows * 2);
      grown.set(values);
      values = grown;
    }
    values[rows++] = value;
  }
  return {
    add(cell) {
      const value = read(cell);
      if (Number.isNaN(value)) return false;
      push(value);
      return true;
    },
    addMissing: () => push(missing),
    finish() {
      const whole = values.slice(0, rows);
      if (whole instanceof Uint8Array) return { ...head, kind: 'boolean', values: whole };
      return { ...head, kind: kind === 'dateTime' ? 'dateTime' : 'number', values: whole };
    },
  };
}

/** Words by their position in a dictionary, whose size `mayGrow` limits. */
function wordDictionary(known: readonly string[], mayGrow: boolean) {
  const levels = [...known];
  const positions = new Map(levels.map((level, position) => [level, position]));
  let codes = new Int32Array(firstRoom);
  let rows = 0;
  function push(code: number): void {
    if (rows === codes.length) {
      const grown = new Int32Array(rows * 2);
      grown.set(codes);
      codes = grown;
    }
    codes[rows++] = code;
  }
  return {
    levels,
    add(cell: Cell): boolean {
      const word = wordOf(cell);
      let code = positions.get(word);
      if (code === undefined) {
        if (!mayGrow) return false;
        code = levels.length;
        levels.push(word);
        positions.set(word, code);
      }
      push(code);
      return true;
    },
    addMissing: () => push(-1),
    codes: () => codes.subarray(0, rows),
  };
}

/** A category: declared levels are the only ones and keep their order; others are gathered and put in order. */
export function categoryBuilder(name: string, declared: readonly string[] | undefined): ColumnBuilder {
  const dictionary = wordDictionary(declared ?? [], declared === undefined);
  return {
    add: dictionary.add,
    addMissing: dictionary.addMissing,
    finish: () =>
      declared === undefined
        ? orderedCategory(name, dictionary.levels, dictionary.codes())
        : { name, unit: null, kind: 'category', levels: [...declared], codes: dictionary.codes().slice() },
  };
}

/** Levels in the order of their code units, so that the order of rows does not matter. */
function orderedCategory(name: string, levels: readonly string[], codes: Int32Array): Column {
  const order = [...levels].sort((one, other) => (one < other ? -1 : 1));
  const positions = new Map(order.map((level, position) => [level, position]));
  const moved = levels.map((level) => positions.get(level) ?? -1);
  return {
    name,
    unit: null,
    kind: 'category',
    levels: order,
    codes: codes.map((code) => (code < 0 ? -1 : moved[code])),
  };
}

/** Free text. */
export function textBuilder(name: string): ColumnBuilder {
  const values: (string | null)[] = [];
  return {
    add(cell) {
      values.push(typeof cell === 'string' ? cell : wordOf(cell));
      return true;
    },
    addMissing: () => values.push(null),
    finish: () => ({ name, unit: null, kind: 'text', values }),
  };
}

/** More different words than this are text. */
const mostLevels = 1000;

/**
 * Words of which nobody has said what they are: a category where they repeat (at most `mostLevels` of them, each twice
 * on average), else text.
 */
export function wordsBuilder(name: string): ColumnBuilder {
  const dictionary = wordDictionary([], true);
  let text: (string | null)[] | null = null;
  const asText = () => Array.from(dictionary.codes(), (code) => (code < 0 ? null : dictionary.levels[code]));
  return {
    add(cell) {
      if (text === null) {
        dictionary.add(cell);
        if (dictionary.levels.length > mostLevels) text = asText();
      } else {
        text.push(typeof cell === 'string' ? trimmed(cell) : wordOf(cell));
      }
      return true;
    },
    addMissing() {
      if (text === null) dictionary.addMissing();
      else text.push(null);
    },
    finish() {
      if (text !== null) return { name, unit: null, kind: 'text', values: text };
      const codes = dictionary.codes();
      const present = codes.reduce((count, code) => (code < 0 ? count : count + 1), 0);
      return present > 0 && dictionary.levels.length * 2 <= present
        ? orderedCategory(name, dictionary.levels, codes)
        : { name, unit: null, kind: 'text', values: asText() };
    },
  };
}
