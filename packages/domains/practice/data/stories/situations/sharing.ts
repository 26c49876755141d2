/** Situations in which things, work or a recipe are shared out. */
import type { Situation } from '../story.ts';
import { between, oneOf } from './draws.ts';

export const sharing: Situation = {
  id: 'sharing',
  people: 1,
  names: 'things',
  numbers: { total: 'things', friends: 'friends' },
  asked: ['each'],
  timeless: false,
  draw: (random, level) => {
    const friends = between(random, 3, 12);
    return { total: friends * between(random, 2, 25 * level), friends };
  },
  task: ({ total, friends }) => ({ kind: 'evaluate', expression: `${total}/${friends}` }),
  wordings: {
    en: {
      parts: [
        [
          '{a} shares {total} equally among {friends}.',
          '{a} has {total} and [divides|splits] them equally among {friends}.',
          '{a} [divides|splits] {total} equally among {friends}.',
        ],
      ],
      questions: {
        each: [
          {
            direct: 'how many {thing} does each friend [get|receive]',
            indirect: 'how many {thing} each friend [gets|receives]',
          },
          {
            direct: 'how many {thing} are there for each friend',
            indirect: 'how many {thing} there are for each friend',
          },
        ],
      },
      leads: ['none', 'oneDay', 'puzzle'],
      frames: ['plain', 'findOut', 'canYouTell'],
    },
    zh: {
      parts: [['{a}把{total}平均分给{friends}。', '{a}有{total}，要平均分给{friends}。']],
      questions: {
        each: [
          { direct: '每个朋友[分到|得到]{howmany}', indirect: '' },
          { direct: '每个朋友能[分|拿]{howmany}', indirect: '' },
        ],
      },
      leads: ['none', 'oneDay', 'think'],
      frames: ['plain', 'findOut', 'doYouKnow'],
    },
  },
};

export const giving: Situation = {
  id: 'giving',
  people: 2,
  names: 'things',
  numbers: { start: 'things', other: 'things', given: 'things' },
  asked: ['giver', 'receiver'],
  timeless: false,
  draw: (random, level) => {
    const given = between(random, 2, 9 * level);
    return { start: given + between(random, 3, 30 * level), other: between(random, 2, 30 * level), given };
  },
  task: ({ start, other, given }, asked) => ({
    kind: 'evaluate',
    expression: asked === 'giver' ? `${start}-${given}` : `${other}+${given}`,
  }),
  wordings: {
    en: {
      parts: [
        ['{a} has {start} and {b} has {other}.', '{a} has {start}, while {b} [has|owns] {other}.'],
        [
          '{a} [gives|hands] {b} {given}.',
          '{a} [gives|passes] {given} to {b}.',
          '{b} [gets|receives] {given} from {a}.',
        ],
      ],
      questions: {
        giver: [
          { direct: 'how many {thing} does {a} have now', indirect: 'how many {thing} {a} has now' },
          {
            direct: 'how many {thing} does {a} have after that',
            indirect: 'how many {thing} {a} has after that',
          },
        ],
        receiver: [
          { direct: 'how many {thing} does {b} have now', indirect: 'how many {thing} {b} has now' },
          {
            direct: 'how many {thing} does {b} have after that',
            indirect: 'how many {thing} {b} has after that',
          },
        ],
      },
      leads: ['none', 'today', 'think'],
      frames: ['plain', 'workOut', 'tryToFind'],
    },
    zh: {
      parts: [
        ['{a}有{start}，{b}有{other}。', '{a}原来有{start}，{b}原来有{other}。'],
        ['{a}[给了|送给]{b}{given}。', '{b}从{a}那里[得到|拿到]{given}。'],
      ],
      questions: {
        giver: [
          { direct: '现在{a}有{howmany}', indirect: '' },
          { direct: '{a}现在有{howmany}', indirect: '' },
        ],
        receiver: [
          { direct: '现在{b}有{howmany}', indirect: '' },
          { direct: '{b}现在有{howmany}', indirect: '' },
        ],
      },
      leads: ['none', 'today', 'puzzle'],
      frames: ['plain', 'calculate', 'canYouTell'],
    },
  },
};

export const recipe: Situation = {
  id: 'recipe',
  people: 1,
  names: null,
  numbers: { servings: 'persons', flour: 'grams', guests: 'persons' },
  asked: ['flour'],
  timeless: true,
  draw: (random, level) => {
    const servings = between(random, 2, 6);
    const guests = oneOf(
      random,
      [3, 4, 5, 6, 8, 9, 10, 12].filter((count) => count !== servings),
    );
    return { servings, flour: servings * 5 * between(random, 3, 15 * level), guests };
  },
  task: ({ servings, flour, guests }) => ({
    kind: 'solve',
    equation: `x/${guests}=${flour}/${servings}`,
    variable: 'x',
  }),
  wordings: {
    en: {
      parts: [
        [
          'a recipe for {servings} [needs|uses] {flour} of flour.',
          'for {servings}, a recipe [needs|takes] {flour} of flour.',
        ],
        ['{a} [cooks|bakes] for {guests}.', '{a} wants to [cook|bake] for {guests}.'],
      ],
      questions: {
        flour: [
          { direct: 'how much flour does {a} need', indirect: 'how much flour {a} needs' },
          { direct: 'how many grams of flour does {a} need', indirect: 'how many grams of flour {a} needs' },
        ],
      },
      leads: ['none', 'suppose', 'puzzle'],
      frames: ['plain', 'calculate', 'doYouKnow'],
    },
    zh: {
      parts: [
        ['做{servings}吃的蛋糕要用{flour}面粉。', '一份食谱够{servings}吃，要用{flour}面粉。'],
        ['{a}要做给{guests}吃。', '{a}想请{guests}吃。'],
      ],
      questions: {
        flour: [
          { direct: '{a}需要多少克面粉', indirect: '' },
          { direct: '{a}要[准备|用]多少克面粉', indirect: '' },
        ],
      },
      leads: ['none', 'think', 'suppose'],
      frames: ['plain', 'workOut', 'findOut'],
    },
  },
};

export const work: Situation = {
  id: 'work',
  people: 2,
  names: null,
  numbers: { first: 'hours', second: 'hours' },
  asked: ['together'],
  timeless: true,
  draw: (random) => {
    const [first, second] = oneOf(random, [
      [2, 2],
      [3, 6],
      [4, 4],
      [4, 12],
      [6, 6],
      [6, 3],
      [10, 15],
      [12, 6],
      [12, 4],
      [5, 20],
      [6, 12],
      [8, 8],
      [2, 6],
      [4, 6],
      [3, 12],
    ]);
    return { first: first ?? 2, second: second ?? 2 };
  },
  task: ({ first, second }) => ({ kind: 'solve', equation: `x/${first}+x/${second}=1`, variable: 'x' }),
  wordings: {
    en: {
      parts: [
        ['{a} [needs|takes] {first} to paint a fence.', '{a} [can paint|paints] a fence in {first}.'],
        [
          '{b} [needs|takes] {second} for the same fence.',
          '{b} [can paint|paints] the same fence in {second}.',
        ],
      ],
      questions: {
        together: [
          { direct: 'how many hours do they need together', indirect: 'how many hours they need together' },
          {
            direct: 'how long does the fence take them together',
            indirect: 'how long the fence takes them together',
          },
        ],
      },
      leads: ['none', 'imagine', 'think'],
      frames: ['plain', 'findOut', 'tryToFind'],
    },
    zh: {
      parts: [
        ['{a}一个人刷完一道围墙要{first}。', '{a}单独刷完一道围墙[需要|要用]{first}。'],
        ['{b}一个人刷完同一道围墙要{second}。', '{b}单独刷完同一道围墙[需要|要用]{second}。'],
      ],
      questions: {
        together: [
          { direct: '两人一起刷要多少小时', indirect: '' },
          { direct: '两人合作[要用|需要]多少小时', indirect: '' },
        ],
      },
      leads: ['none', 'imagine', 'puzzle'],
      frames: ['plain', 'calculate', 'doYouKnow'],
    },
  },
};

export const reading: Situation = {
  id: 'reading',
  people: 1,
  names: null,
  numbers: { pages: 'pages', days: 'days', laterDays: 'days' },
  asked: ['pages'],
  timeless: false,
  draw: (random, level) => {
    const days = between(random, 2, 6);
    return { pages: days * between(random, 5, 20 * level), days, laterDays: days + between(random, 1, 6) };
  },
  task: ({ pages, days, laterDays }) => ({
    kind: 'solve',
    equation: `x/${laterDays}=${pages}/${days}`,
    variable: 'x',
  }),
  wordings: {
    en: {
      parts: [
        ['{a} reads {pages} in {days}.', 'in {days}, {a} [reads|gets through] {pages}.'],
        [
          '{a} [keeps reading|goes on reading] at the same speed.',
          '{a} reads the same number of pages every day.',
        ],
      ],
      questions: {
        pages: [
          {
            direct: 'how many pages does {a} read in {laterDays}',
            indirect: 'how many pages {a} reads in {laterDays}',
          },
          {
            direct: 'how many pages does {a} get through in {laterDays}',
            indirect: 'how many pages {a} gets through in {laterDays}',
          },
        ],
      },
      leads: ['none', 'holidays', 'suppose'],
      frames: ['plain', 'workOut', 'canYouTell'],
    },
    zh: {
      parts: [
        ['{a}{days}读了{pages}。', '{a}看一本小说，{days}看了{pages}。'],
        ['{a}每天读得一样多。', '{a}每天读的页数相同。'],
      ],
      questions: {
        pages: [
          { direct: '{a}{laterDays}能读多少页', indirect: '' },
          { direct: '照这样，{laterDays}能看多少页', indirect: '' },
        ],
      },
      leads: ['none', 'holidays', 'suppose'],
      frames: ['plain', 'workOut', 'tryToFind'],
    },
  },
};
