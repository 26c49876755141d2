/** An answer in words and signs: numbers, names, operators. Both plain typing and the LaTeX of a formula field. */
import type { Unreadable } from './answer.ts';
import { type Characters, charactersOf } from './characters.ts';
import { chineseNumber, chineseNumeral } from './chinese-number.ts';

export interface Token {
  /** `group` and `groupEnd` are LaTeX's braces, which are not written on the page. */
  readonly kind: 'number' | 'name' | 'sign' | 'group' | 'groupEnd' | 'end';
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly spaceBefore: boolean;
}

export type Tokens =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly error: Unreadable };

const commands: Readonly<Record<string, string>> = {
  ...{
    cdot: '*',
    times: '*',
    div: '/',
    colon: ':',
    le: '<=',
    leq: '<=',
    leqslant: '<=',
    ge: '>=',
    geq: '>=',
  },
  ...{ geqslant: '>=', lt: '<', gt: '>', ne: '!=', neq: '!=', lbrace: '{', rbrace: '}', lbrack: '[' },
  ...{ rbrack: ']', lparen: '(', rparen: ')', vert: '|', lvert: '|', rvert: '|', mid: '|', pm: 'pm' },
  ...{
    infty: 'oo',
    cup: 'union',
    lor: 'or',
    vee: 'or',
    land: 'and',
    wedge: 'and',
    in: 'in',
    emptyset: 'none',
  },
  ...{ varnothing: 'none', R: 'reals', degree: 'degrees', circ: 'degrees', exponentialE: 'e' },
  ...{
    frac: 'frac',
    dfrac: 'frac',
    tfrac: 'frac',
    left: '',
    right: '',
    displaystyle: '',
    quad: '',
    qquad: '',
  },
};

const chineseWords: Readonly<Record<string, string>> = {
  // The longer before those that they begin with.
  ...{ 小于或等于: '<=', 大于或等于: '>=', 小于等于: '<=', 大于等于: '>=', 不大于: '<=', 不小于: '>=' },
  ...{ 不超过: '<=', 不等于: '!=', 根号: 'sqrt', 分之: 'partsOf', 又: '', 比: ':', 派: 'pi' },
  ...{ 任意实数: 'reals', 全体实数: 'reals', 所有实数: 'reals', 一切实数: 'reals', 没有实数解: 'none' },
  ...{
    没有解: 'none',
    无实数解: 'none',
    无解: 'none',
    空集: 'none',
    或者: 'or',
    或: 'or',
    并且: 'and',
    且: 'and',
  },
  ...{
    和: 'and',
    与: 'and',
    零下: '-',
    负: '-',
    等于: '=',
    约等于: '=',
    大于: '>',
    小于: '<',
    百分之: 'percentOf',
  },
};

const longSigns = ['<=', '>=', '!=', '=<', '=>', '**'];
const longestAnswer = 400;
const mostDigits = 15;
/** Digits grouped by threes: `1,000` and `1 000 000` with a thin or fixed space. */
const grouped = /^\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?![\d])(?:\.\d+)?/;
const number = /^(?:\d+(?:\.\d+)?|\.\d+)/;
const chinese = /^[\p{Script=Han}]+/u;
const latin = /^[A-Za-z]+/;

/** @param grouping whether `1,000` is one number; it may be two in an answer of several numbers */
export function tokensOf(typed: string, grouping: boolean): Tokens {
  const source = charactersOf(typed);
  if (source.text.trim() === '') return unreadable('empty', source, typed, 0, 0);
  if (typed.length > longestAnswer) return unreadable('tooLong', source, typed, 0, source.text.length);
  const latex = /\\|[\^_]\{/.test(source.text);
  const tokens: Token[] = [];
  // In LaTeX an argument without braces is one character: \frac12 is a half, x^23 is 3·x².
  let argumentsLeft = 0;
  const outer: number[] = [];
  let at = 0;
  let spaceBefore = false;
  while (at < source.text.length) {
    const rest = source.text.slice(at);
    const [space] = /^(?:\s|\\[,;:! ]|~)+/.exec(rest) ?? [];
    if (space !== undefined) {
      at += space.length;
      spaceBefore = true;
      continue;
    }
    const read =
      latex && argumentsLeft > 0 && /^\d/.test(rest) ? single(rest) : tokenOf(rest, latex, grouping);
    if (read === null) return unreadable('unknownCharacter', source, typed, at, at + characterLength(rest));
    if (read.kind === 'number' && read.text.replace(/[.,\s]/g, '').length > mostDigits) {
      return unreadable('numberTooLong', source, typed, at, at + read.length);
    }
    if (read.text !== '') {
      tokens.push({
        kind: read.kind,
        text: read.text,
        from: source.places[at] ?? 0,
        to: placeAfter(source, typed, at + read.length),
        spaceBefore,
      });
      spaceBefore = false;
      if (read.kind === 'groupEnd') argumentsLeft = outer.pop() ?? 0;
      else if (argumentsLeft > 0) argumentsLeft--;
      if (read.kind === 'group') {
        outer.push(argumentsLeft);
        argumentsLeft = 0;
      }
      if (read.text === 'frac') argumentsLeft = 2;
      else if (latex && (read.text === '^' || read.text === '_' || read.text === 'sqrt')) argumentsLeft = 1;
    }
    at += read.length;
  }
  tokens.push({ kind: 'end', text: '', from: typed.length, to: typed.length, spaceBefore });
  return { ok: true, tokens };
}

interface Read {
  readonly kind: Token['kind'];
  readonly text: string;
  readonly length: number;
}

const single = (rest: string): Read => ({ kind: 'number', text: rest.charAt(0), length: 1 });

function tokenOf(rest: string, latex: boolean, grouping: boolean): Read | null {
  if (rest.startsWith('\\')) return commandOf(rest);
  if (latex && rest.startsWith('{')) return { kind: 'group', text: '{', length: 1 };
  if (latex && rest.startsWith('}')) return { kind: 'groupEnd', text: '}', length: 1 };
  const [digits] = (grouping ? grouped.exec(rest) : null) ?? number.exec(rest) ?? [];
  if (digits !== undefined) {
    return { kind: 'number', text: digits.replace(/[,\u2009\u202f\u00a0]/g, ''), length: digits.length };
  }
  const [letters] = latin.exec(rest) ?? [];
  if (letters !== undefined) return { kind: 'name', text: letters, length: letters.length };
  if (chinese.test(rest)) return chineseOf(rest);
  const long = longSigns.find((sign) => rest.startsWith(sign));
  if (long !== undefined) return { kind: 'sign', text: sameSign(long), length: long.length };
  return '+-*/^_=<>()[]{}|,;:%$¥'.includes(rest.charAt(0))
    ? { kind: 'sign', text: rest.charAt(0), length: 1 }
    : null;
}

const sameSign = (sign: string) => (sign === '=<' ? '<=' : sign === '=>' ? '>=' : sign === '**' ? '^' : sign);

/** `\\text{cm}` is the word in it. */
const upright = /^\\(?:text|mathrm|operatorname|mathbb)\s*\{\s*([^{}\\]*?)\s*\}/;

function commandOf(rest: string): Read | null {
  const [whole, word] = upright.exec(rest) ?? [];
  if (whole !== undefined && word !== undefined) {
    return { kind: 'name', text: word === 'R' ? 'reals' : word, length: whole.length };
  }
  const [written, name = rest.charAt(1)] = /^\\([A-Za-z]+)/.exec(rest) ?? [rest.slice(0, 2)];
  const braces = name === '{' || name === '}';
  const text = braces || name === '%' || name === '$' || name === '|' ? name : (commands[name] ?? name);
  if (!/^[A-Za-z{}%$|]*$/.test(name)) return null;
  return { kind: /^[A-Za-z]/.test(text) ? 'name' : 'sign', text, length: written.length };
}

/** A word that is known, or a number in characters; else the whole run, which may be a unit. */
function chineseOf(rest: string): Read {
  const [run = ''] = chinese.exec(rest) ?? [];
  const [numeral = ''] = chineseNumeral.exec(run) ?? [];
  const word = Object.keys(chineseWords).find((known) => run.startsWith(known));
  if (word !== undefined) {
    const text = chineseWords[word] ?? word;
    return { kind: /^[a-z]/i.test(text) ? 'name' : 'sign', text, length: word.length };
  }
  const next = Object.keys(chineseWords)
    .map((known) => run.indexOf(known))
    .filter((place) => place > 0);
  const after = run.slice(numeral.length);
  const ends = after === '' || Object.keys(chineseWords).some((known) => after.startsWith(known));
  const number = ends ? chineseNumber(numeral) : null;
  if (number !== null) return { kind: 'number', text: String(number), length: numeral.length };
  const unit = run.slice(0, Math.min(run.length, ...next));
  return { kind: 'name', text: unit, length: unit.length };
}

const characterLength = (rest: string) => String.fromCodePoint(rest.codePointAt(0) ?? 32).length;

function placeAfter(source: Characters, typed: string, end: number): number {
  const last = source.places[end - 1] ?? 0;
  return source.places[end] === last ? last + 1 : (source.places[end] ?? typed.length);
}

function unreadable(
  code: Unreadable['code'],
  source: Characters,
  typed: string,
  from: number,
  to: number,
): Tokens {
  const start = source.places[from] ?? 0;
  const end = to <= from ? start : placeAfter(source, typed, to);
  return { ok: false, error: { code, from: start, to: end, part: typed.slice(start, end) } };
}
