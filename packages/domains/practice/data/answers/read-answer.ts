/** From what a learner typed to an answer, or to the part that cannot be read. */
import type { Reading, TypedAnswer, Unreadable } from './answer.ts';
import { withoutBeside } from './beside.ts';
import { parseAnswer } from './parse.ts';
import { type Token, type Tokens, tokensOf } from './tokens.ts';
import { type UnitName, withoutUnit } from './units.ts';

export interface ReadingContext {
  /** Letters that stand in the exercise. */
  readonly variables: ReadonlySet<string>;
  /** Unit of the answer where it is measured, so that `m` at its end is metres. */
  readonly unit?: UnitName | undefined;
}

/**
 * Reads plain typing (`x = 2 or x = -3`, `1 1/2`, `1,000`, `３＋４`) and the LaTeX of a formula field alike.
 *
 * @returns every way to read it, the likeliest first: `1,000` is a thousand before it is the numbers 1 and 0, `7e-3` a
 *   multiple of e before it is 7 · 10⁻³
 */
export function readAnswer(typed: string, context: ReadingContext): readonly [Reading, ...Reading[]] {
  const said = saidInWords(typed);
  if (said !== null) return [{ ok: true, answer: said }];
  const { rest, unit } =
    context.unit === undefined
      ? { rest: withoutBeside(typed), unit: null }
      : withoutUnit(withoutBeside(typed), context.unit);
  const read = (tokens: Tokens): Reading => {
    if (!tokens.ok) return tokens;
    const parsed = parseAnswer(tokens.tokens, context.variables);
    const both = parsed.ok ? null : bothSigns(tokens.tokens, context.variables);
    if (both !== null) return { ok: true, answer: both };
    if (!parsed.ok) return { ok: false, error: unreadable(parsed, typed) };
    const { answer } = parsed;
    return { ok: true, answer: answer.kind === 'value' ? { ...answer, unit } : answer };
  };
  const first = read(tokensOf(rest, true));
  const others: Reading[] = [];
  if (/\d,\d{3}/.test(typed.normalize('NFKC'))) others.push(read(tokensOf(rest, false)));
  // As calculators show it; with the number e it is another thing, which was read first.
  if (powerOfTen.test(rest)) others.push(read(tokensOf(rest.replace(powerOfTen, '*10^($1)'), true)));
  return [first, ...others];
}

/** `(13 ± 5)/2`, read once with plus and once with minus; null where it cannot be. */
function bothSigns(tokens: readonly Token[], variables: ReadonlySet<string>): TypedAnswer | null {
  if (!tokens.some(({ text }) => text === 'pm')) return null;
  const answers = ['+', '-'].flatMap((sign) => {
    const signed = tokens.map((token) =>
      token.text === 'pm' ? { ...token, kind: 'sign' as const, text: sign } : token,
    );
    const parsed = parseAnswer(signed, variables);
    return parsed.ok ? [parsed.answer] : [];
  });
  return answers.length === 2 ? { kind: 'several', answers, joined: 'or' } : null;
}

const powerOfTen = /(?<=\d)[eE]([-−+]?\d+)(?![\d.])/;

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
