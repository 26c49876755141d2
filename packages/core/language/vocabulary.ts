/** From text to symbols and back: English words with the space before them, Chinese characters, slots as one symbol each. */

export interface Vocabulary {
  /** By number; the first are `controls`, then `slots`. */
  readonly symbols: readonly string[];
  /** Symbols that say something about a text and are left out of it. */
  readonly controls: readonly string[];
  /** Symbols of their own inside a text, as `[a]`. */
  readonly slots: readonly string[];
}

/** Unknown pieces of a text. */
export const unknownSymbol = '<unknown>';
export const endSymbol = '<end>';

/** How a text is cut between its slots; the same pattern stands in `tokenizer.json`. */
export const piecePattern = ' ?[A-Za-z]+|[^A-Za-z ]| ';

/** @param texts all that the model learns from, slots as symbols in them */
export function vocabularyOf(
  texts: Iterable<string>,
  controls: readonly string[],
  slots: readonly string[],
): Vocabulary {
  const known = new Set([unknownSymbol, endSymbol, ...controls]);
  const own = [...known];
  for (const slot of slots) known.add(slot);
  for (const text of texts) for (const piece of piecesOf(text, [...own, ...slots])) known.add(piece);
  return { symbols: [...known], controls: own, slots };
}

/** Numbers of symbols for texts, as the exported tokenizer gives them. */
export function encoderOf({ symbols, controls, slots }: Vocabulary): (text: string) => readonly number[] {
  const numbers = new Map(symbols.map((symbol, number) => [symbol, number]));
  const unknown = numbers.get(unknownSymbol) ?? 0;
  const whole = [...controls, ...slots];
  return (text) => piecesOf(text, whole).map((piece) => numbers.get(piece) ?? unknown);
}

function piecesOf(text: string, whole: readonly string[]): readonly string[] {
  const escaped = whole
    .toSorted((a, b) => b.length - a.length)
    .map((symbol) => symbol.replace(/[[\]<>|(){}.*+?^$\\]/g, '\\$&'));
  return text.match(new RegExp([...escaped, piecePattern].join('|'), 'g')) ?? [];
}
