/** The grammar of answers, by recursive descent: the loosest binding first. */
import { type Expression, type Head, headOf, operandsOf, partsOf } from '../mathematics/expression.ts';
import type { Interval, Joined, TypedAnswer, Unreadable } from './answer.ts';
import type { Token } from './tokens.ts';
import { wordsIn } from './words.ts';

/** Leaves the descent; caught by `parseAnswer` alone. */
class CannotRead extends Error {
  readonly code: Unreadable['code'];
  readonly token: Piece;

  constructor(code: Unreadable['code'], token: Piece) {
    super(code);
    this.code = code;
    this.token = token;
  }
}

interface Piece {
  readonly kind: Token['kind'] | 'word' | 'variable';
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly spaceBefore: boolean;
}

export type Parsed =
  | { readonly ok: true; readonly answer: TypedAnswer }
  | { readonly ok: false; readonly code: Unreadable['code']; readonly from: number; readonly to: number };

/** @param variables letters that stand in the exercise, so that `xy` is x times y */
export function parseAnswer(tokens: readonly Token[], variables: ReadonlySet<string>): Parsed {
  try {
    const reader = new Reader(tokens.flatMap((token) => piecesOf(token, variables)));
    return { ok: true, answer: reader.answer() };
  } catch (error) {
    if (!(error instanceof CannotRead)) throw error;
    return { ok: false, code: error.code, from: error.token.from, to: error.token.to };
  }
}

function piecesOf(token: Token, variables: ReadonlySet<string>): readonly Piece[] {
  if (token.kind !== 'name') return [token];
  const words = wordsIn(token, variables);
  if (words === null) throw new CannotRead('unknownWord', token);
  return words.map(({ kind, text }, place) => ({
    ...token,
    kind,
    text,
    spaceBefore: place === 0 && token.spaceBefore,
  }));
}

const relations: Readonly<Record<string, Head>> = {
  ...{ '=': 'Equal', '<': 'Less', '<=': 'LessEqual', '>': 'Greater', '>=': 'GreaterEqual', '!=': 'NotEqual' },
};

const functions: Readonly<Record<string, Head>> = {
  ...{ abs: 'Abs', exp: 'Exp', ln: 'Ln', sin: 'Sin', cos: 'Cos', tan: 'Tan' },
};

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

class Reader {
  #at = 0;
  readonly #pieces: readonly Piece[];

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** answer := alternative (or alternative)*, to the end. */
  answer(): TypedAnswer {
    const answers = [this.#alternative()];
    while (this.#take('or', 'union', ';')) answers.push(this.#alternative());
    const next = this.#next();
    if (next.kind !== 'end') {
      throw new CannotRead(')]}'.includes(next.text) ? 'bracketNotOpened' : 'notExpectedHere', next);
    }
    const [first, ...others] = answers;
    if (first === undefined || others.length > 0) return several(answers, 'or');
    return first;
  }

  /** alternative := none | reals | x in interval | part (, part)* */
  #alternative(): TypedAnswer {
    if (this.#take('none')) return { kind: 'none' };
    if (this.#take('reals')) return { kind: 'every' };
    if (this.#peek(0).kind === 'variable' && this.#peek(1).text === 'in') {
      this.#at += 2;
      return this.#alternative();
    }
    const parts = [this.#part()];
    let joined: Joined = 'list';
    for (;;) {
      if (this.#take('and')) joined = 'and';
      else if (!this.#take(',')) break;
      parts.push(this.#part());
    }
    const [first, ...others] = parts;
    if (first === undefined || others.length > 0) return several(parts, joined);
    return first;
  }

  /** part := interval | (part, part) | {part, part} | [part, part] | relation */
  #part(): TypedAnswer {
    const open = this.#next();
    const start = this.#at;
    if (closing[open.text] !== undefined && open.kind === 'sign') {
      const inBrackets = this.#inBrackets();
      if (inBrackets !== null) return inBrackets;
      this.#at = start;
    }
    return this.#relation();
  }

  /** Null where brackets only hold a part of an expression: `(x + 1)(x - 1)`. */
  #inBrackets(): TypedAnswer | null {
    const opened = this.#next();
    const open = opened.text;
    this.#at++;
    if (open === '{' && this.#take('}')) return { kind: 'none' };
    const parts = [this.#relation()];
    while (this.#take(',', ';')) parts.push(this.#relation());
    const close = this.#next();
    if (close.text !== ')' && close.text !== ']' && close.text !== '}') {
      if (parts.length > 1 || close.kind === 'end') throw new CannotRead('bracketNotClosed', opened);
      return null;
    }
    if (parts.length === 1 && open !== '{') return null;
    this.#at++;
    const [low, high] = parts;
    const mixed = close.text !== closing[open];
    if (open === '{' || parts.length > 2 || !(mixed || open === '[' || hasInfinity(parts))) {
      if (mixed) throw new CannotRead('bracketNotClosed', opened);
      return several(parts, open === '(' ? 'tuple' : 'list');
    }
    if (low?.kind !== 'value' || high?.kind !== 'value') throw new CannotRead('notExpectedHere', close);
    const interval: Interval = {
      low: low.value,
      high: high.value,
      lowIncluded: open === '[',
      highIncluded: close.text === ']',
    };
    return { kind: 'intervals', intervals: [interval] };
  }

  /** relation := sum (sign sum)*; a chain holds where all its links do. */
  #relation(): TypedAnswer {
    const sides = [this.#plusMinus()];
    const heads: Head[] = [];
    for (let head = relations[this.#next().text]; head !== undefined; head = relations[this.#next().text]) {
      this.#at++;
      heads.push(head);
      sides.push(this.#plusMinus());
    }
    return relationOf(sides, heads);
  }

  /** `pm 3` and `1 pm 2` are two values at once. */
  #plusMinus(): readonly Expression[] {
    if (this.#take('pm')) {
      const value = this.#sum();
      return [value, ['Negate', value]];
    }
    const value = this.#sum();
    if (!this.#take('pm')) return [value];
    const by = this.#product();
    return [
      ['Add', value, by],
      ['Subtract', value, by],
    ];
  }

  #sum(): Expression {
    let value = this.#product();
    for (;;) {
      if (this.#take('+')) value = added(value, this.#product());
      else if (this.#take('-')) value = ['Subtract', value, this.#product()];
      else return value;
    }
  }

  /** A ratio binds as a quotient does; what stands side by side is multiplied. */
  #product(): Expression {
    let value = this.#signed();
    for (;;) {
      if (this.#take('*')) value = multiplied(value, this.#signed());
      else if (this.#take('/')) value = ['Divide', value, this.#signed()];
      else if (this.#take(':')) value = ['Ratio', value, this.#signed()];
      else if (this.#startsFactor()) value = multiplied(value, this.#power());
      else return value;
    }
  }

  #signed(): Expression {
    if (this.#take('+')) return this.#signed();
    if (!this.#take('-')) return this.#power();
    const value = this.#signed();
    return typeof value === 'number' && value > 0 ? -value : ['Negate', value];
  }

  #power(): Expression {
    const base = this.#percent(this.#mixed());
    if (!this.#take('^')) return base;
    const exponent = this.#peek(0).kind === 'group' ? this.#group() : this.#signed();
    return this.#percent(['Power', base, exponent]);
  }

  #percent(value: Expression): Expression {
    if (this.#take('degrees')) return value;
    return this.#take('%') ? ['Divide', value, 100] : value;
  }

  /** A whole number and, after a space or as a drawn fraction, a fraction of whole numbers. */
  #mixed(): Expression {
    const first = this.#next();
    const value = this.#atom();
    if (first.kind !== 'number' || typeof value !== 'number' || !Number.isInteger(value)) return value;
    const [numerator, slash, denominator] = [this.#peek(0), this.#peek(1), this.#peek(2)];
    // 五分之三 names the denominator first.
    if (numerator.text === 'partsOf' && slash.kind === 'number') {
      this.#at += 2;
      return ['Divide', Number(slash.text), value];
    }
    if (numerator.kind === 'number' && slash.text === 'partsOf' && denominator.kind === 'number') {
      this.#at += 3;
      return ['Mixed', value, Number(denominator.text), Number(numerator.text)];
    }
    if (numerator.kind === 'number' && slash.text === '/' && denominator.kind === 'number') {
      this.#at += 3;
      return ['Mixed', value, Number(numerator.text), Number(denominator.text)];
    }
    if (numerator.text !== 'frac') return value;
    const start = this.#at;
    const part = this.#atom();
    const [over = 0, under = 1] = operandsOf(part);
    if (Number.isInteger(over) && Number.isInteger(under)) return ['Mixed', value, over, under];
    this.#at = start;
    return value;
  }

  #startsFactor(): boolean {
    const { kind, text } = this.#next();
    if (kind === 'variable' || kind === 'group' || text === '(' || text === '[') return true;
    return kind === 'word' && (functions[text] !== undefined || valueWords.has(text));
  }

  #atom(): Expression {
    const piece = this.#next();
    this.#at++;
    if (piece.kind === 'number') return Number(piece.text);
    if (piece.kind === 'variable') return piece.text === 'e' ? 'ExponentialE' : piece.text;
    if (piece.kind === 'group') {
      this.#at--;
      return this.#group();
    }
    if (piece.kind === 'word') return this.#word(piece);
    if (piece.text === '(' || piece.text === '[') return this.#closed(closing[piece.text] ?? ')', piece);
    if (piece.text === '|') return ['Abs', this.#closed('|', piece)];
    if (piece.text === '$' || piece.text === '¥') return this.#atom();
    throw new CannotRead(piece.kind === 'end' ? 'missingNumber' : 'notExpectedHere', piece);
  }

  #word(piece: Piece): Expression {
    const head = functions[piece.text];
    if (head !== undefined) return [head, this.#argument()];
    if (piece.text === 'pi') return 'Pi';
    if (piece.text === 'oo') return 'PositiveInfinity';
    if (piece.text === 'frac') return ['Divide', this.#argument(), this.#argument()];
    if (piece.text === 'cbrt') return ['Root', this.#argument(), 3];
    if (piece.text === 'percentOf') return ['Divide', this.#atom(), 100];
    if (piece.text === 'lg') return ['Log', this.#argument(), 10];
    if (piece.text === 'sqrt') {
      const degree = this.#take('[') ? this.#closed(']', piece) : null;
      return degree === null ? ['Sqrt', this.#argument()] : ['Root', this.#argument(), degree];
    }
    if (piece.text === 'log') return this.#logarithm();
    throw new CannotRead('notExpectedHere', piece);
  }

  /** `log_2 8`, `log(8, 2)`; without a base it is the natural one, as it is printed in exercises. */
  #logarithm(): Expression {
    if (this.#take('_')) {
      const base = this.#argument();
      return ['Log', this.#argument(), base];
    }
    if (this.#peek(0).text !== '(') return ['Ln', this.#argument()];
    const open = this.#next();
    this.#at++;
    const value = this.#sum();
    if (!this.#take(',')) {
      this.#expect(')', open);
      return ['Ln', value];
    }
    const base = this.#sum();
    this.#expect(')', open);
    return ['Log', value, base];
  }

  /** What a function is taken of: in brackets, in braces, or one power: `sqrt 2`, `sin x^2`. */
  #argument(): Expression {
    return this.#peek(0).kind === 'group' ? this.#group() : this.#power();
  }

  #group(): Expression {
    const open = this.#next();
    this.#at++;
    const value = this.#sum();
    if (this.#next().kind !== 'groupEnd') throw new CannotRead('bracketNotClosed', open);
    this.#at++;
    return value;
  }

  #closed(close: string, open: Piece): Expression {
    const value = this.#sum();
    this.#expect(close, open);
    return value;
  }

  #expect(close: string, open: Piece): void {
    if (this.#take(close)) return;
    const next = this.#next();
    throw new CannotRead(
      next.kind === 'end' ? 'bracketNotClosed' : 'notExpectedHere',
      next.kind === 'end' ? open : next,
    );
  }

  #next(): Piece {
    return this.#peek(0);
  }

  #peek(ahead: number): Piece {
    const piece = this.#pieces[Math.min(this.#at + ahead, this.#pieces.length - 1)];
    if (piece === undefined) throw new RangeError('Tokens end with an end.');
    return piece;
  }

  #take(...texts: readonly string[]): boolean {
    const { kind, text } = this.#next();
    if (kind === 'variable' || kind === 'group' || kind === 'groupEnd' || !texts.includes(text)) return false;
    this.#at++;
    return true;
  }
}

const valueWords = new Set(['pi', 'frac', 'sqrt', 'cbrt', 'log', 'lg']);

function added(a: Expression, b: Expression): Expression {
  return headOf(a) === 'Add' ? ['Add', ...operandsOf(a), b] : ['Add', a, b];
}

function multiplied(a: Expression, b: Expression): Expression {
  return headOf(a) === 'Multiply' ? ['Multiply', ...operandsOf(a), b] : ['Multiply', a, b];
}

/** Sides with two values each, from a plus-minus sign, make two relations. */
function relationOf(sides: readonly (readonly Expression[])[], heads: readonly Head[]): TypedAnswer {
  const most = Math.max(...sides.map((side) => side.length));
  const answers = Array.from({ length: most }, (_, which): TypedAnswer => {
    const values = sides.map((side) => side[which] ?? side[0] ?? 0);
    const links = heads.map((head, place): Expression => [head, values[place] ?? 0, values[place + 1] ?? 0]);
    const [first, ...others] = links;
    if (first === undefined) return { kind: 'value', value: values[0] ?? 0, unit: null };
    return { kind: 'relation', relation: others.length === 0 ? first : ['And', ...links] };
  });
  const [first, ...others] = answers;
  return first !== undefined && others.length === 0 ? first : several(answers, 'or');
}

/** Answers within answers become one list; intervals are joined. */
function several(parts: readonly TypedAnswer[], joined: Joined): TypedAnswer {
  if (parts.length > 0 && parts.every((part) => part.kind === 'intervals')) {
    return { kind: 'intervals', intervals: parts.flatMap(({ intervals }) => intervals) };
  }
  const answers = parts.flatMap((part) =>
    part.kind === 'several' && part.joined === 'list' ? part.answers : [part],
  );
  return { kind: 'several', answers, joined };
}

function hasInfinity(parts: readonly TypedAnswer[]): boolean {
  return parts.some((part) => part.kind === 'value' && [...partsOf(part.value)].includes('PositiveInfinity'));
}
