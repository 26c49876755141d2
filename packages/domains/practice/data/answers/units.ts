/** Units that school exercises ask for, with what learners write for them in both languages. */
import type { Expression } from '../mathematics/expression.ts';

type Dimension =
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'time'
  | 'speed'
  | 'angle'
  | 'temperature'
  | 'dollars'
  | 'yuan';

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
  'm^2': unit('area', 1, 'm^2', 'square meters', 'square metres', '平方米', '平米'),
  'cm^2': unit('area', [1, 10_000], 'cm^2', 'square centimeters', 'square centimetres', '平方厘米'),
  'dm^2': unit('area', [1, 100], 'dm^2', '平方分米'),
  'km^2': unit('area', 1_000_000, 'km^2', 'square kilometers', 'square kilometres', '平方千米', '平方公里'),
  'm^3': unit('volume', 1, 'm^3', 'cubic meters', 'cubic metres', '立方米'),
  'cm^3': unit('volume', [1, 1_000_000], 'cm^3', 'cubic centimeters', 'cubic centimetres', '立方厘米'),
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
  degrees: unit('angle', 1, 'degrees', 'degree', '度'),
  celsius: unit('temperature', 1, 'celsius', 'degrees C', '摄氏度'),
  dollars: unit('dollars', 1, '$', 'dollar', 'dollars'),
  cents: unit('dollars', [1, 100], 'cent', 'cents'),
  yuan: unit('yuan', 1, '元', 'yuan', '¥', '块'),
  jiao: unit('yuan', [1, 10], '角'),
  fen: unit('yuan', [1, 100], 'fen'),
} as const satisfies Readonly<Record<string, Unit>>;

export type UnitName = keyof typeof units;

export const unitNames = Object.keys(units).filter(isUnitName);

const wrappers = String.raw`(?:\\[,;: ]|\s|\\(?:text|mathrm|operatorname)\s*\{)*`;

/** The longest spellings first: `cm^2` before `cm`, `公里/小时` before `小时`. */
const endings = Object.entries(units)
  .flatMap(([name, { spellings }]) => spellings.map((spelling) => ({ name, spelling })))
  .toSorted((a, b) => b.spelling.length - a.spelling.length)
  .map(({ name, spelling }) => ({
    name,
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

/** Takes the unit off the end of what was typed, or the sign of money off its start. */
export function withoutUnit(typed: string): { rest: string; unit: UnitName | null } {
  const money = /^\s*(?:\\?\$|[¥￥])/.exec(typed);
  if (money !== null) {
    // As many spaces stay as signs went, so that places in the text remain what they were.
    const rest = ' '.repeat(money[0].length) + typed.slice(money[0].length);
    return { rest, unit: money[0].includes('$') ? 'dollars' : 'yuan' };
  }
  for (const { name, pattern } of endings) {
    const found = pattern.exec(typed);
    if (found !== null && found.index > 0 && isUnitName(name)) {
      return { rest: typed.slice(0, found.index), unit: name };
    }
  }
  return { rest: typed, unit: null };
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
