/**
 * Marks what a text names: amounts with their units, people, things. Knows the words of the languages by itself and nothing
 * of how a story is told, so that a reading stands against a telling.
 */
import type { Measure } from '../measures.ts';
import type { StoryLanguage } from '../story.ts';

type EntityKind = Measure | 'person' | 'thing' | 'each' | 'howmany' | 'item' | 'theitem';

export interface Entity {
  readonly kind: EntityKind;
  /** Of an amount. */
  readonly value: number;
  /** What a name stands for: keys of the lexicon; of `each`, all that have its measure word. */
  readonly keys: readonly string[];
}

interface Finder {
  readonly kind: EntityKind;
  /** Groups: `value` digits or a word, `minus` where it is below zero, `name` what is named. */
  readonly pattern: RegExp;
  readonly names?: Readonly<Record<string, readonly string[]>>;
}

const words: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
};

const englishThings = {
  ...{ apple: ['apple'], apples: ['apple'], pencil: ['pencil'], pencils: ['pencil'] },
  ...{ sticker: ['sticker'], stickers: ['sticker'], marble: ['marble'], marbles: ['marble'] },
  ...{ book: ['book'], books: ['book'], biscuit: ['biscuit'], biscuits: ['biscuit'] },
  ...{ card: ['card'], cards: ['card'], peach: ['peach'], peaches: ['peach'] },
};
const mandarinThings = {
  ...{ 个苹果: ['apple'], 支铅笔: ['pencil'], 张贴纸: ['sticker'], 颗弹珠: ['marble'] },
  ...{ 本书: ['book'], 块饼干: ['biscuit'], 张卡片: ['card'], 个桃子: ['peach'] },
};
const mandarinNouns = {
  ...{ 苹果: ['apple'], 铅笔: ['pencil'], 贴纸: ['sticker'], 弹珠: ['marble'] },
  ...{ 书: ['book'], 饼干: ['biscuit'], 卡片: ['card'], 桃子: ['peach'] },
};
const mandarinEach = {
  ...{ 个: ['apple', 'peach'], 支: ['pencil'], 张: ['sticker', 'card'], 颗: ['marble'] },
  ...{ 本: ['book'], 块: ['biscuit'] },
};
const englishItems = {
  ...{ jacket: ['jacket'], backpack: ['backpack'], football: ['football'] },
  ...{ kite: ['kite'], lamp: ['lamp'], scarf: ['scarf'] },
};
const mandarinItems = {
  ...{ 件外套: ['jacket'], 个书包: ['backpack'], 个足球: ['football'] },
  ...{ 只风筝: ['kite'], 盏台灯: ['lamp'], 条围巾: ['scarf'] },
};
const englishPeople = {
  ...{ mia: ['mia'], leo: ['leo'], anna: ['anna'], omar: ['omar'], ruby: ['ruby'], sam: ['sam'] },
  ...{ nina: ['nina'], ben: ['ben'], zoe: ['zoe'], ivan: ['ivan'], lily: ['lily'], tom: ['tom'] },
};
const mandarinPeople = {
  ...{ 小美: ['mia'], 乐乐: ['leo'], 安安: ['anna'], 小刚: ['omar'], 小红: ['ruby'], 小明: ['sam'] },
  ...{ 妮妮: ['nina'], 小宝: ['ben'], 佳佳: ['zoe'], 小军: ['ivan'], 丽丽: ['lily'], 小龙: ['tom'] },
};

const englishNumber = '(?<![\\w.$-])(?<value>\\d+|two|three|four|five|six|seven|eight|nine|ten)';
const mandarinNumber = '(?<![\\d.第每-])(?<value>\\d+|[两三四五六七八九十])';

const counted = (kind: EntityKind, unit: string): Finder => ({
  kind,
  pattern: new RegExp(`${englishNumber} (?:${unit})\\b`, 'g'),
});
const countedInMandarin = (kind: EntityKind, unit: string): Finder => ({
  kind,
  pattern: new RegExp(`${mandarinNumber}${unit}`, 'g'),
});
const named = (
  kind: EntityKind,
  before: string,
  names: Readonly<Record<string, readonly string[]>>,
  after = '',
): Finder => ({
  kind,
  pattern: new RegExp(`${before}(?<name>${Object.keys(names).sort(longestFirst).join('|')})${after}`, 'g'),
  names,
});
const longestFirst = (a: string, b: string) => b.length - a.length;

/** In their order: a longer unit before the shorter that begins it. */
const finders: Readonly<Record<StoryLanguage, readonly Finder[]>> = {
  en: [
    { kind: 'speed', pattern: /(?<![\w.-])(?<value>\d+) km per hour\b/g },
    { kind: 'distance', pattern: /(?<![\w.-])(?<value>\d+) km\b/g },
    { kind: 'temperature', pattern: /(?<![\w.-])(?<minus>-?)(?<value>\d+) °c/g },
    { kind: 'percent', pattern: /(?<![\w.-])(?<value>\d+)%/g },
    { kind: 'metres', pattern: /(?<![\w.-])(?<value>\d+) m\b/g },
    { kind: 'grams', pattern: /(?<![\w.-])(?<value>\d+) g\b/g },
    { kind: 'weekNumber', pattern: /\bweek (?<value>\d+)\b/g },
    counted('money', 'dollars?'),
    counted('adultTickets', 'adult tickets?'),
    counted('childTickets', 'child tickets?'),
    counted('redBalls', 'red balls?'),
    counted('blueBalls', 'blue balls?'),
    counted('hours', 'hours?'),
    counted('days', 'days?'),
    counted('years', 'years?'),
    counted('degrees', 'degrees?'),
    counted('persons', 'people|person'),
    counted('friends', 'friends?'),
    counted('pages', 'pages?'),
    named('things', `${englishNumber} `, englishThings, '\\b'),
    { kind: 'score', pattern: /(?<![\w.$⟨:-])(?<value>\d+)(?![\w.%⟩]*\d|⟩)/g },
    named('item', '\\ba ', englishItems, '\\b'),
    named('theitem', '\\bthe ', englishItems, '\\b'),
    named('person', '\\b', englishPeople, '\\b'),
    named('thing', '\\b', englishThings, '\\b'),
  ],
  zh: [
    { kind: 'speed', pattern: /每小时(?<value>\d+)千米/g },
    { kind: 'distance', pattern: /(?<![\d.-])(?<value>\d+)千米/g },
    { kind: 'temperature', pattern: /(?<minus>零下)?(?<![\d.-])(?<value>\d+)℃/g },
    { kind: 'percent', pattern: /(?<![\d.-])(?<value>\d+)%/g },
    { kind: 'metres', pattern: /(?<![\d.-])(?<value>\d+)米/g },
    { kind: 'grams', pattern: /(?<![\d.-])(?<value>\d+)克/g },
    { kind: 'weekNumber', pattern: /第(?<value>\d+)周/g },
    { kind: 'score', pattern: /(?<![\d.-])(?<value>\d+)分/g },
    countedInMandarin('money', '元'),
    countedInMandarin('adultTickets', '张成人票'),
    countedInMandarin('childTickets', '张儿童票'),
    countedInMandarin('redBalls', '个红球'),
    countedInMandarin('blueBalls', '个蓝球'),
    countedInMandarin('hours', '小时'),
    countedInMandarin('days', '天'),
    countedInMandarin('years', '岁'),
    countedInMandarin('degrees', '度'),
    countedInMandarin('friends', '个朋友'),
    countedInMandarin('persons', '个人'),
    countedInMandarin('pages', '页'),
    named('things', mandarinNumber, mandarinThings),
    named('howmany', '多少', mandarinThings),
    named('item', '一', mandarinItems),
    named('theitem', '这', mandarinItems),
    named('thing', '', mandarinNouns),
    named('each', '每', mandarinEach, '(?=\\D{0,2}⟨)'),
    named('person', '', mandarinPeople),
  ],
};

export interface Marked {
  /** The text with `⟨kind:n⟩` where its n-th entity stood. */
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** @param text in small letters */
export function markEntities(text: string, language: StoryLanguage): Marked {
  const entities: Entity[] = [];
  let marked = text;
  for (const { kind, pattern, names } of finders[language]) {
    marked = marked.replace(pattern, (...match) => {
      const groups: Readonly<Record<string, string | undefined>> = match.at(-1);
      const written = groups.value;
      const size = written === undefined ? Number.NaN : (words[written] ?? Number(written));
      const value = groups.minus ? -size : size;
      const keys = (groups.name !== undefined && names?.[groups.name]) || [];
      return `⟨${kind}:${entities.push({ kind, value, keys }) - 1}⟩`;
    });
  }
  return { text: marked, entities };
}
