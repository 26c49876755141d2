/** Units that school exercises ask for, with what learners write for them in both languages. */
import type { Expression } from '../mathematics/expression.ts';
import type { Text } from '../sentence.ts';

type Dimension =
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'time'
  | 'speed'
  | 'angle'
  | 'temperature'
  | 'share'
  | 'score'
  | 'money';

interface Unit {
  readonly dimension: Dimension;
  /** In the first unit of its dimension, as numerator and denominator, so that it stays exact. */
  readonly factor: readonly [numerator: number, denominator: number];
  readonly spellings: readonly string[];
}

const unit = (
  dimension: Dimension,
  factor: number | readonly [number, number],
  ...spellings: string[]
): Unit => ({ dimension, factor: typeof factor === 'number' ? [factor, 1] : factor, spellings });

/** By their international symbol, the dollar and the yuan by their sign's name (SI brochure, 9th edition, tables 2–8). */
export const units = {
  m: unit('length', 1, 'm', 'meter', 'meters', 'metre', 'metres', '米'),
  mm: unit('length', [1, 1000], 'mm', 'millimeter', 'millimeters', 'millimetre', 'millimetres', '毫米'),
  cm: unit(
    'length',
    [1, 100],
    'cm',
    'centimeter',
    'centimeters',
    'centimetre',
    'centimetres',
    '厘米',
    '公分',
  ),
  dm: unit('length', [1, 10], 'dm', '分米'),
  km: unit('length', 1000, 'km', 'kilometer', 'kilometers', 'kilometre', 'kilometres', '千米', '公里'),
  'm^2': unit('area', 1, 'm^2', 'm2', 'square meters', 'square metres', '平方米', '平米'),
  'cm^2': unit('area', [1, 10_000], 'cm^2', 'cm2', 'square centimeters', 'square centimetres', '平方厘米'),
  'dm^2': unit('area', [1, 100], 'dm^2', 'dm2', '平方分米'),
  'km^2': unit('area', 1_000_000, 'km^2', 'square kilometers', 'square kilometres', '平方千米', '平方公里'),
  'm^3': unit('volume', 1, 'm^3', 'm3', 'cubic meters', 'cubic metres', '立方米'),
  'cm^3': unit('volume', [1, 1_000_000], 'cm^3', 'cm3', 'cubic centimeters', 'cubic centimetres', '立方厘米'),
  L: unit('volume', [1, 1000], 'L', 'l', 'liter', 'liters', 'litre', 'litres', '升'),
  mL: unit('volume', [1, 1_000_000], 'mL', 'ml', 'milliliters', 'millilitres', '毫升'),
  kg: unit('mass', 1, 'kg', 'kilogram', 'kilograms', '千克', '公斤'),
  g: unit('mass', [1, 1000], 'g', 'gram', 'grams', '克'),
  t: unit('mass', 1000, 't', 'tonne', 'tonnes', '吨'),
  s: unit('time', 1, 's', 'sec', 'second', 'seconds', '秒', '秒钟'),
  min: unit('time', 60, 'min', 'minute', 'minutes', '分钟', '分'),
  h: unit('time', 3600, 'h', 'hr', 'hour', 'hours', '小时', '时'),
  d: unit('time', 86_400, 'd', 'day', 'days', '天', '日'),
  'm/s': unit('speed', 1, 'm/s', '米/秒', '米每秒'),
  'km/h': unit('speed', [5, 18], 'km/h', 'kmh', 'kph', '千米/时', '千米/小时', '公里/小时', '千米每小时'),
  degrees: unit('angle', 1, 'degrees', 'degree', '°', '度'),
  celsius: unit('temperature', 1, 'celsius', 'degrees', 'degrees C', '°C', '℃', '°', '摄氏度', '度'),
  percent: unit('share', 1, '%', '％', 'percent', 'per cent'),
  points: unit('score', 1, 'points', 'point', '分'),
  // A story is told in dollars in English and in yuan in Chinese; nothing is ever changed from one into the other.
  dollars: unit('money', 1, '$', 'dollar', 'dollars'),
  cents: unit('money', [1, 100], 'cent', 'cents'),
  yuan: unit('money', 1, '元', 'yuan', '¥', '块', '块钱', '元钱'),
  jiao: unit('money', [1, 10], '角'),
  fen: unit('money', [1, 100], '分', 'fen'),
} as const satisfies Readonly<Record<string, Unit>>;

export type UnitName = keyof typeof units;

export const unitNames = Object.keys(units).filter(isUnitName);

const wrappers = String.raw`(?:\\[,;: ]|\s|\\(?:text|mathrm|operatorname)\s*\{)*`;

interface Ending {
  readonly name: UnitName;
  readonly spelling: string;
  readonly pattern: RegExp;
}

/** The longest spellings first: `cm^2` before `cm`, `公里/小时` before `小时`. */
const endings: readonly Ending[] = unitNames
  .flatMap((name) => units[name].spellings.map((spelling) => ({ name, spelling })))
  .toSorted((a, b) => b.spelling.length - a.spelling.length)
  .map(({ name, spelling }) => ({
    name,
    spelling,
    pattern: new RegExp(`${wrappers}${patternOf(spelling)}\\s*\\}?\\s*$`),
  }));

function patternOf(spelling: string): string {
  const escaped = spelling.replace(/[\^$/]/g, (sign) => `\\${sign}`);
  const raised = escaped.replace(/\\\^(\d)/, (_, digit: string) => {
    const drawn = digit === '2' ? '²' : '³';
    return String.raw`\}?\s*(?:\^\{?${digit}\}?|${drawn})`;
  });
  // `5m` and `5 m` end with metres, the last letter of a word does not.
  return /^[A-Za-z]/.test(spelling) ? `(?<![A-Za-z\\\\])${raised}` : raised;
}

interface Measured {
  readonly rest: string;
  readonly unit: UnitName | null;
  /** The unit as it was typed; empty where there is none. */
  readonly written: string;
}

/**
 * Takes the unit off the end of what was typed, or the sign of money off its start.
 *
 * @param asked unit of the answer: `度` is read as degrees of an angle where an angle is asked for
 */
export function withoutUnit(typed: string, asked: UnitName): Measured {
  const [before] = /^\s*(?:\\?\$|[¥￥]|百分之)/.exec(typed) ?? [];
  if (before !== undefined) {
    // As many spaces stay as signs went, so that places in the text remain what they were.
    const rest = ' '.repeat(before.length) + typed.slice(before.length);
    const unit = before.includes('$') ? 'dollars' : before.includes('百') ? 'percent' : 'yuan';
    return { rest, unit, written: before.trim() };
  }
  const found = endings.flatMap((ending) => {
    const index = ending.pattern.exec(typed)?.index ?? 0;
    return index > 0 ? [{ ...ending, index }] : [];
  });
  const longest = found.filter(({ spelling }) => spelling.length === found[0]?.spelling.length);
  const meant = longest.find(({ name }) => units[name].dimension === units[asked].dimension) ?? longest[0];
  if (meant === undefined) return { rest: typed, unit: null, written: '' };
  return { rest: typed.slice(0, meant.index), unit: meant.name, written: typed.slice(meant.index).trim() };
}

/** How a unit is written after a number; none where the question names it in a way of its own. */
const written: Readonly<Partial<Record<UnitName, Text>>> = {
  m: { en: 'm', zh: '米' },
  cm: { en: 'cm', zh: '厘米' },
  km: { en: 'km', zh: '千米' },
  'm^2': { en: 'm²', zh: '平方米' },
  'cm^2': { en: 'cm²', zh: '平方厘米' },
  'cm^3': { en: 'cm³', zh: '立方厘米' },
  L: { en: 'L', zh: '升' },
  g: { en: 'g', zh: '克' },
  h: { en: 'hours', zh: '小时' },
  degrees: { en: 'degrees', zh: '度' },
  celsius: { en: '°C', zh: '℃' },
  percent: { en: '%', zh: '%' },
  points: { en: 'points', zh: '分' },
  dollars: { en: 'dollars', zh: '元' },
};

export function unitText(name: UnitName): Text | null {
  return written[name] ?? null;
}

function isUnitName(name: string): name is UnitName {
  return name in units;
}

/** A measure in another unit of the same dimension, exactly. */
export function inUnit(value: Expression, from: UnitName, to: UnitName): Expression {
  const [a, b] = units[from].factor;
  const [c, d] = units[to].factor;
  return ['Divide', ['Multiply', value, a * d], b * c];
}
