/** From what a learner typed to an answer, or to the part that cannot be read. */
import type { Reading, TypedAnswer, Unreadable } from './answer.ts';
import { parseAnswer } from './parse.ts';
import { type Tokens, tokensOf } from './tokens.ts';
import { withoutUnit } from './units.ts';

export interface ReadingContext {
  /** Letters that stand in the exercise. */
  readonly variables: ReadonlySet<string>;
  /** Whether the answer is measured, so that `m` at its end is metres. */
  readonly measured: boolean;
}

/**
 * Reads plain typing (`x = 2 or x = -3`, `1 1/2`, `1,000`, `３＋４`) and the LaTeX of a formula field alike.
 *
 * @returns every way to read it, the likeliest first: `1,000` is a thousand before it is the numbers 1 and 0
 */
export function readAnswer(typed: string, context: ReadingContext): readonly [Reading, ...Reading[]] {
  const said = saidInWords(typed);
  if (said !== null) return [{ ok: true, answer: said }];
  const { rest, unit } = context.measured ? withoutUnit(typed) : { rest: typed, unit: null };
  const read = (tokens: Tokens): Reading => {
    if (!tokens.ok) return tokens;
    const parsed = parseAnswer(tokens.tokens, context.variables);
    if (!parsed.ok) return { ok: false, error: unreadable(parsed, typed) };
    const { answer } = parsed;
    return { ok: true, answer: answer.kind === 'value' ? { ...answer, unit } : answer };
  };
  const first = read(tokensOf(rest, true));
  return /\d,\d{3}/.test(typed.normalize('NFKC')) ? [first, read(tokensOf(rest, false))] : [first];
}

function unreadable({ code, from, to }: Omit<Unreadable, 'part'>, typed: string): Unreadable {
  return { code, from, to, part: typed.slice(from, to) };
}

/** Whole answers that are words in English; the Chinese ones are words of the tokens. */
function saidInWords(typed: string): TypedAnswer | null {
  const words = typed.trim().toLowerCase();
  if (/^(?:there (?:is|are) )?no (?:real )?solutions?[.!]?$/.test(words)) return { kind: 'none' };
  if (/^(?:all|any|every)(?: real)? (?:numbers?|x|values?)[.!]?$/.test(words)) return { kind: 'every' };
  return null;
}
