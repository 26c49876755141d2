/** The key of an exercise read back from what is printed: finds what a certificate, which sees no text, cannot. */
import nerdamer from 'nerdamer-prime';
import type { Exercise } from '../exercise.ts';
import { isClose } from '../mathematics/approximate.ts';

/**
 * Numbers are put into the printed task and the printed answer, other ones than the certificate's. Null where the
 * text is of a kind that nerdamer cannot evaluate.
 */
export function keyReadsBack({ task, answer }: Exercise, draw: () => number): boolean | null {
  try {
    return reads(task, answer.ascii, draw);
  } catch {
    // nerdamer throws plain errors for what it cannot do.
    return null;
  } finally {
    nerdamer.flush();
  }
}

function reads(task: Exercise['task'], answer: string, draw: () => number): boolean | null {
  const { kind, expression, equation, variable, point, data } = task;
  if (kind === 'statistic') return data === undefined ? null : sameStatistic(task, data, answer);
  if (kind === 'limit') {
    if (expression === undefined || variable === undefined || point === undefined) return null;
    return nearLimit(expression, variable, point, answer);
  }
  if (equation !== undefined && kind === 'inequality') {
    if (variable === undefined) return null;
    return samples(draw).every(
      (x) => truth(equation, { [variable]: x }) === truth(answer, { [variable]: x }),
    );
  }
  if (equation !== undefined) return satisfies(task.equations ?? [equation], kind, answer);
  if (expression === undefined) return null;
  const verdicts = samples(draw).map((x) => {
    const at = Object.fromEntries(lettersOf(expression).map((letter, place) => [letter, x + place / 3]));
    return agreeAt(expression, answer, kind === 'differentiate' ? (variable ?? 'x') : null, at);
  });
  if (verdicts.includes(false)) return false;
  return verdicts.includes(true) ? true : null;
}

/** Null where one of the two has no value: a denominator is zero there. */
function agreeAt(expression: string, answer: string, by: string | null, at: Place): boolean | null {
  try {
    return by === null
      ? isClose(numberAt(expression, at), numberAt(answer, at))
      : isNear(slope(expression, by, at), numberAt(answer, at), 1e-5);
  } catch {
    return null;
  }
}

type Place = Readonly<Record<string, number>>;

const samples = (draw: () => number): number[] =>
  Array.from({ length: 4 }, () => 1 + Math.round(90 * draw()) / 16);

function lettersOf(text: string): string[] {
  const words: string[] = text.match(/[A-Za-z]+/g) ?? [];
  return [...new Set(words.filter((word) => word.length === 1 && word !== 'E'))];
}

/** nerdamer does not know binomial coefficients. */
const choices = /binomial\((\d+), (\d+)\)/g;
const chosen = '(factorial($1)/(factorial($2)*factorial($1-$2)))';

function numberAt(text: string, at: Place = {}): number {
  const values = Object.fromEntries(Object.entries(at).map(([letter, value]) => [letter, String(value)]));
  const value = Number(nerdamer(text.replace(choices, chosen)).evaluate(values).text('decimals'));
  if (Number.isNaN(value)) throw new RangeError(`${text} has no value.`);
  return value;
}

function isNear(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Central difference. */
function slope(text: string, variable: string, at: Place): number {
  const h = 1e-4;
  const moved = (by: number) => numberAt(text, { ...at, [variable]: (at[variable] ?? 0) + by });
  return (moved(h) - moved(-h)) / (2 * h);
}

function nearLimit(expression: string, variable: string, point: string, answer: string): boolean {
  const wanted = numberAt(answer);
  const places = point.includes('oo')
    ? [point.startsWith('-') ? -1e5 : 1e5]
    : [1, -1].map((side) => numberAt(point) + side * 1e-4);
  return places.every((x) => isNear(numberAt(expression, { [variable]: x }), wanted, 1e-2));
}

/** Every printed solution, put into every printed equation; that there is no other one is the certificate's matter. */
function satisfies(equations: readonly string[], kind: string, answer: string): boolean {
  if (answer === 'no solution') return true;
  const pairs = answer.split(', ').map((part) => part.split(' = '));
  const places: Place[] =
    kind === 'system'
      ? [Object.fromEntries(pairs.map(([name = '', value = '']) => [name, numberAt(value)]))]
      : pairs.map(([name = '', value = '']) => ({ [name]: numberAt(value) }));
  return places.every((at) =>
    equations.every((equation) => {
      const [left = '', right = ''] = equation.split(' = ');
      return isNear(numberAt(left, at), numberAt(right, at), 1e-8);
    }),
  );
}

function truth(text: string, at: Place): boolean {
  if (text.includes(' or ')) return text.split(' or ').some((part) => truth(part, at));
  if (text.includes(' and ')) return text.split(' and ').every((part) => truth(part, at));
  const [, left = '', sign, right = ''] = /^(.+?) (<=|>=|<|>|=|!=) (.+)$/.exec(text) ?? [];
  const [a, b] = [numberAt(left, at), numberAt(right, at)];
  if (sign === '<') return a < b;
  if (sign === '>') return a > b;
  return sign === '<=' ? a <= b : sign === '>=' ? a >= b : sign === '=' ? a === b : a !== b;
}

function sameStatistic({ statistic }: Exercise['task'], data: readonly string[], answer: string): boolean {
  const values = data.map((text) => numberAt(text)).sort((a, b) => a - b);
  const middle = ((values[(values.length - 1) >> 1] ?? 0) + (values[values.length >> 1] ?? 0)) / 2;
  const frequency = (value: number) => values.filter((other) => other === value).length;
  const known: Readonly<Record<string, number>> = {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    median: middle,
    mode: values.reduce((best, value) => (frequency(value) > frequency(best) ? value : best)),
    range: (values.at(-1) ?? 0) - (values[0] ?? 0),
  };
  return isClose(known[statistic ?? ''] ?? Number.NaN, numberAt(answer));
}
