/** People and things that stories tell of. A name is a slot: it is the same in every wording of one language. */

interface Named {
  readonly en: string;
  readonly zh: string;
}

/** A child is called differently in the two languages: a story is told, not translated. */
export const people: Readonly<Record<string, Named>> = {
  mia: { en: 'Mia', zh: '小美' },
  leo: { en: 'Leo', zh: '乐乐' },
  anna: { en: 'Anna', zh: '安安' },
  omar: { en: 'Omar', zh: '小刚' },
  ruby: { en: 'Ruby', zh: '小红' },
  sam: { en: 'Sam', zh: '小明' },
  nina: { en: 'Nina', zh: '妮妮' },
  ben: { en: 'Ben', zh: '小宝' },
  zoe: { en: 'Zoe', zh: '佳佳' },
  ivan: { en: 'Ivan', zh: '小军' },
  lily: { en: 'Lily', zh: '丽丽' },
  tom: { en: 'Tom', zh: '小龙' },
};

interface Thing {
  /** One and many. */
  readonly en: readonly [string, string];
  /** Measure word and noun together. */
  readonly zh: string;
}

export const things: Readonly<Record<string, Thing>> = {
  apple: { en: ['apple', 'apples'], zh: '个苹果' },
  pencil: { en: ['pencil', 'pencils'], zh: '支铅笔' },
  sticker: { en: ['sticker', 'stickers'], zh: '张贴纸' },
  marble: { en: ['marble', 'marbles'], zh: '颗弹珠' },
  book: { en: ['book', 'books'], zh: '本书' },
  biscuit: { en: ['biscuit', 'biscuits'], zh: '块饼干' },
  card: { en: ['card', 'cards'], zh: '张卡片' },
  peach: { en: ['peach', 'peaches'], zh: '个桃子' },
};

/** What has one price. */
export const items: Readonly<Record<string, Named>> = {
  jacket: { en: 'jacket', zh: '件外套' },
  backpack: { en: 'backpack', zh: '个书包' },
  football: { en: 'football', zh: '个足球' },
  kite: { en: 'kite', zh: '只风筝' },
  lamp: { en: 'lamp', zh: '盏台灯' },
  scarf: { en: 'scarf', zh: '条围巾' },
};

/** @throws where a story names what the lexicon does not hold: slots come from `drawSlots` or a reading. */
export function personNamed(key: string): Named {
  return known(people, key);
}

export function thingNamed(key: string): Thing {
  return known(things, key);
}

export function itemNamed(key: string): Named {
  return known(items, key);
}

function known<Entry>(table: Readonly<Record<string, Entry>>, key: string): Entry {
  const entry = table[key];
  if (entry === undefined) throw new Error(`${key} is not in the lexicon`);
  return entry;
}
