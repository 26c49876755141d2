/** What a run of letters means in an answer: a word, a function, a constant, or variables one after the other. */
import type { Token } from './tokens.ts';

/** Words that stand for a sign or a whole answer. */
const meanings: Readonly<Record<string, string>> = {
  ...{
    or: 'or',
    and: 'and',
    in: 'in',
    union: 'union',
    pm: 'pm',
    percent: '%',
    percentOf: 'percentOf',
    partsOf: 'partsOf',
  },
  ...{ none: 'none', undefined: 'none', reals: 'reals', all: 'reals', inf: 'oo', infinity: 'oo', oo: 'oo' },
  ...{
    frac: 'frac',
    sqrt: 'sqrt',
    cbrt: 'cbrt',
    root: 'sqrt',
    abs: 'abs',
    exp: 'exp',
    ln: 'ln',
    log: 'log',
    lg: 'lg',
  },
  ...{ sin: 'sin', cos: 'cos', tan: 'tan', pi: 'pi', degrees: 'degrees' },
};

const functions = ['sqrt', 'cbrt', 'abs', 'exp', 'ln', 'log', 'lg', 'sin', 'cos', 'tan', 'pi'];

/**
 * `word` tokens stand for a meaning above, `variable` tokens for one letter. `xy` is two variables where both stand in
 * the exercise; a longer run that says nothing is null.
 */
export function wordsIn(token: Token, variables: ReadonlySet<string>): readonly Word[] | null {
  const word = meanings[token.text] ?? meanings[token.text.toLowerCase()];
  if (word !== undefined) return [{ kind: 'word', text: word, token }];
  if (/^[A-Za-z]$/.test(token.text)) return [{ kind: 'variable', text: token.text, token }];
  const known = functions.find((name) => token.text.startsWith(name));
  const first = known ?? token.text.charAt(0);
  if (known === undefined && !variables.has(first)) return null;
  const rest = wordsIn({ ...token, text: token.text.slice(first.length), spaceBefore: false }, variables);
  if (rest === null) return null;
  return [{ kind: known === undefined ? 'variable' : 'word', text: known ?? first, token }, ...rest];
}

export interface Word {
  readonly kind: 'word' | 'variable';
  readonly text: string;
  readonly token: Token;
}
