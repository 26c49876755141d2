/** Situations in which something is paid for or saved. */
import type { Situation } from '../story.ts';
import { between, oneOf } from './draws.ts';

export const shopping: Situation = {
  id: 'shopping',
  people: 1,
  names: 'things',
  numbers: { count: 'things', price: 'money' },
  asked: ['total'],
  timeless: false,
  draw: (random, level) => ({
    count: between(random, 3, 14 * level),
    price: between(random, 2, 25 * level),
  }),
  task: ({ count, price }) => ({ kind: 'evaluate', expression: `${count}*${price}` }),
  wordings: {
    en: {
      parts: [
        [
          '{a} [buys|picks out] {count} at {price} each.',
          '{a} [wants to buy|buys] {count}, and each one costs {price}.',
          'in a shop, the {thing} cost {price} each. {a} [buys|takes] {count}.',
        ],
      ],
      questions: {
        total: [
          {
            direct: 'how much does {a} [pay|spend] in total',
            indirect: 'how much {a} [pays|spends] in total',
          },
          {
            direct: 'how much do the {thing} cost altogether',
            indirect: 'how much the {thing} cost altogether',
          },
        ],
      },
      leads: ['none', 'saturday', 'imagine'],
      frames: ['plain', 'workOut', 'calculate'],
    },
    zh: {
      parts: [
        [
          '{a}[买了|挑了]{count}，{each}{price}。',
          '商店里的{thing}{each}{price}，{a}[买了|要买]{count}。',
          '{thing}{each}卖{price}。{a}[挑了|买了]{count}。',
        ],
      ],
      questions: {
        total: [
          { direct: '{a}一共要[付|花]多少元', indirect: '' },
          { direct: '这些{thing}一共要多少元', indirect: '' },
        ],
      },
      leads: ['none', 'saturday', 'puzzle'],
      frames: ['plain', 'workOut', 'doYouKnow'],
    },
  },
};

export const change: Situation = {
  id: 'change',
  people: 1,
  names: 'things',
  numbers: { count: 'things', price: 'money', paid: 'money' },
  asked: ['change'],
  timeless: false,
  draw: (random, level) => {
    const [count, price] = [between(random, 2, 6 * level), between(random, 2, 7 * level)];
    // What is paid with: two notes of ten, or of fifty, or more of a hundred.
    const notes = [20, 30, 40, 50, 60, 80, 100, 200, 400].filter((note) => note > count * price);
    return { count, price, paid: oneOf(random, notes.slice(0, 3)) };
  },
  task: ({ count, price, paid }) => ({ kind: 'evaluate', expression: `${paid}-${count}*${price}` }),
  wordings: {
    en: {
      parts: [
        [
          '{a} [buys|chooses] {count} at {price} each.',
          '{a} takes {count}, and each one costs {price}.',
          'the {thing} cost {price} each. {a} [buys|takes] {count}.',
        ],
        ['{a} [pays with|hands over] {paid}.', '{a} gives the shopkeeper {paid}.'],
      ],
      questions: {
        change: [
          { direct: 'how much change does {a} get', indirect: 'how much change {a} gets' },
          { direct: 'how much money does {a} get back', indirect: 'how much money {a} gets back' },
        ],
      },
      leads: ['none', 'today', 'puzzle'],
      frames: ['plain', 'findOut', 'doYouKnow'],
    },
    zh: {
      parts: [
        ['{a}[买了|选了]{count}，{each}{price}。', '{thing}{each}{price}，{a}[买了|拿了]{count}。'],
        ['{a}付了{paid}。', '{a}给了店员{paid}。'],
      ],
      questions: {
        change: [
          { direct: '应该找回多少元', indirect: '' },
          { direct: '店员要找给{a}多少元', indirect: '' },
        ],
      },
      leads: ['none', 'today', 'imagine'],
      frames: ['plain', 'findOut', 'calculate'],
    },
  },
};

export const discount: Situation = {
  id: 'discount',
  people: 1,
  names: 'items',
  numbers: { price: 'money', percent: 'percent' },
  asked: ['saving', 'newPrice'],
  timeless: false,
  draw: (random, level) => ({
    price: 20 * between(random, 1, 25 * level),
    percent: oneOf(random, [5, 10, 15, 20, 25, 30, 40, 50]),
  }),
  task: ({ price, percent }, asked) => ({
    kind: 'evaluate',
    expression: asked === 'saving' ? `${price}*${percent}/100` : `${price}*(100-${percent})/100`,
  }),
  wordings: {
    en: {
      parts: [
        [
          '{a} sees {item} for {price}.',
          '{a} wants {item} that costs {price}.',
          '{a} [wants|would like] to buy {item}. the price is {price}.',
        ],
        ['in the sale, it is {percent} [off|cheaper].', 'there is a discount of {percent}.'],
      ],
      questions: {
        saving: [
          { direct: 'how much does {a} save', indirect: 'how much {a} saves' },
          { direct: 'by how much does the price fall', indirect: 'by how much the price falls' },
        ],
        newPrice: [
          { direct: 'how much does {a} pay', indirect: 'how much {a} pays' },
          { direct: 'what does {theitem} cost now', indirect: 'what {theitem} costs now' },
        ],
      },
      leads: ['none', 'saturday', 'holidays'],
      frames: ['plain', 'calculate', 'canYouTell'],
    },
    zh: {
      parts: [
        ['{a}看中了{item}，[标价|原价]{price}。', '{a}想买{item}，[原价是|价钱是]{price}。'],
        ['现在降价{percent}。', '商店把价钱降低了{percent}。', '促销时便宜{percent}。'],
      ],
      questions: {
        saving: [
          { direct: '{a}能省多少元', indirect: '' },
          { direct: '价钱便宜了多少元', indirect: '' },
        ],
        newPrice: [
          { direct: '{a}要付多少元', indirect: '' },
          { direct: '{theitem}现在卖多少元', indirect: '' },
        ],
      },
      leads: ['none', 'holidays', 'think'],
      frames: ['plain', 'workOut', 'tryToFind'],
    },
  },
};

export const tickets: Situation = {
  id: 'tickets',
  people: 0,
  names: null,
  numbers: {
    adults: 'adultTickets',
    children: 'childTickets',
    sum: 'money',
    otherAdults: 'adultTickets',
    otherChildren: 'childTickets',
    otherSum: 'money',
  },
  asked: ['adultPrice', 'childPrice'],
  timeless: false,
  draw: (random) => {
    const [adult, child] = [between(random, 8, 20), between(random, 3, 7)];
    const [adults, children] = [between(random, 1, 3), between(random, 1, 3)];
    const otherAdults = adults + 1;
    // Were both families' tickets in one proportion, their sums would say the same thing twice.
    const more = oneOf(
      random,
      [0, 1, 2].filter((count) => adults * (children + count) !== otherAdults * children),
    );
    const otherChildren = children + more;
    return {
      adults,
      children,
      sum: adults * adult + children * child,
      otherAdults,
      otherChildren,
      otherSum: otherAdults * adult + otherChildren * child,
    };
  },
  task: ({ adults, children, sum, otherAdults, otherChildren, otherSum }, asked) => ({
    kind: 'system',
    equation: `${adults}*a+${children}*c=${sum}, ${otherAdults}*a+${otherChildren}*c=${otherSum}`,
    variable: asked === 'adultPrice' ? 'a, c' : 'c, a',
  }),
  wordings: {
    en: {
      parts: [
        [
          '{adults} and {children} cost {sum} together.',
          'a family pays {sum} for {adults} and {children}.',
          'a family buys {adults} and {children} for {sum}.',
        ],
        [
          '{otherAdults} and {otherChildren} cost {otherSum} together.',
          'another family pays {otherSum} for {otherAdults} and {otherChildren}.',
          'another family buys {otherAdults} and {otherChildren} for {otherSum}.',
        ],
      ],
      questions: {
        adultPrice: [
          { direct: 'what does one adult ticket cost', indirect: 'what one adult ticket costs' },
          { direct: 'how much is an adult ticket', indirect: 'how much an adult ticket is' },
        ],
        childPrice: [
          { direct: 'what does one child ticket cost', indirect: 'what one child ticket costs' },
          { direct: 'how much is a child ticket', indirect: 'how much a child ticket is' },
        ],
      },
      leads: ['none', 'today', 'suppose'],
      frames: ['plain', 'findOut', 'tryToFind'],
    },
    zh: {
      parts: [
        ['{adults}和{children}一共{sum}。', '一家人买{adults}和{children}，[花了|付了]{sum}。'],
        [
          '{otherAdults}和{otherChildren}一共{otherSum}。',
          '另一家人买{otherAdults}和{otherChildren}，[花了|付了]{otherSum}。',
        ],
      ],
      questions: {
        adultPrice: [
          { direct: '一张成人票多少元', indirect: '' },
          { direct: '成人票每张多少元', indirect: '' },
        ],
        childPrice: [
          { direct: '一张儿童票多少元', indirect: '' },
          { direct: '儿童票每张多少元', indirect: '' },
        ],
      },
      leads: ['none', 'today', 'suppose'],
      frames: ['plain', 'doYouKnow', 'calculate'],
    },
  },
};

export const savings: Situation = {
  id: 'savings',
  people: 1,
  names: null,
  numbers: { first: 'money', step: 'money', week: 'weekNumber' },
  asked: ['term'],
  timeless: false,
  draw: (random, level) => ({
    first: between(random, 2, 12 * level),
    step: between(random, 1, 5 * level),
    week: between(random, 4, 12 * level),
  }),
  task: ({ first, step, week }) => ({ kind: 'evaluate', expression: `${first}+(${week}-1)*${step}` }),
  wordings: {
    en: {
      parts: [
        ['{a} saves {first} in the first week.', 'in the first week, {a} [saves|puts aside] {first}.'],
        [
          'every week after that, {a} saves {step} more than the week before.',
          'each new week, {a} [saves|puts aside] {step} more than the week before.',
        ],
      ],
      questions: {
        term: [
          { direct: 'how much does {a} save in {week}', indirect: 'how much {a} saves in {week}' },
          { direct: 'how much does {a} put aside in {week}', indirect: 'how much {a} puts aside in {week}' },
        ],
      },
      leads: ['none', 'imagine', 'think'],
      frames: ['plain', 'workOut', 'doYouKnow'],
    },
    zh: {
      parts: [
        ['{a}第一周[存|存了]{first}。', '第一周{a}[存了|攒了]{first}。'],
        ['以后每周都比上一周多存{step}。', '每过一周，就比前一周多[存|攒]{step}。'],
      ],
      questions: {
        term: [
          { direct: '{a}{week}[存|能存]多少元', indirect: '' },
          { direct: '到了{week}，{a}这一周要存多少元', indirect: '' },
        ],
      },
      leads: ['none', 'imagine', 'puzzle'],
      frames: ['plain', 'findOut', 'tryToFind'],
    },
  },
};
