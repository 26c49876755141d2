/** Misconceptions about chances and about counting. */
import { misconception } from './misconception.ts';

export const addsChances = misconception(
  'adds-chances-of-both',
  ['Adds the probabilities of two events that both happen', '两步事件的概率用了加法'],
  [
    'That both happen is less likely than that one of them does: of the first share a share is taken, so multiply.',
    '两件事都发生，比只发生其中一件更难。要在第一步的基础上再取一部分，所以用乘法。',
  ],
);

export const putsBack = misconception(
  'puts-back-what-stays-out',
  ['Calculates as if the first were put back', '把不放回当成放回来算'],
  [
    'What was taken stays out, so there is one less of it and one less altogether at the second draw.',
    '第一次取出后不放回，第二次取时这种球少了一个，总数也少了一个。',
  ],
);

export const totalUnchanged = misconception(
  'total-unchanged-without-putting-back',
  ['Takes one away above the line only', '第二次只减了分子，没有减总数'],
  [
    'One that was taken is missing from those looked for and from all of them.',
    '取走一个后，不仅这种球少了一个，总数也少了一个。',
  ],
);

export const firstOnly = misconception(
  'chance-of-first-only',
  ['Gives the probability of the first step only', '只算了第一步的概率'],
  [
    'The second step must happen too: its probability is still to be multiplied.',
    '第二步也要发生，还要乘以第二步的概率。',
  ],
);

export const drawsWithRepetition = misconception(
  'arranges-with-repetition',
  ['Counts as if one could be taken again', '把不能重复当成可以重复'],
  [
    'Who or what has a place is no longer there for the next one: each place leaves one choice less.',
    '已经选过的不能再选，所以每往后一步可选的就少一个。',
  ],
);

export const ignoresOrder = misconception(
  'ignores-order',
  ['Does not tell orders apart', '没有考虑顺序，把排列当成组合'],
  [
    'The places differ here, so the same ones in another order count as another way.',
    '这里位置不同，同样几个元素换一个顺序就是另一种方法，要用排列。',
  ],
);

export const countsOrders = misconception(
  'counts-orders-of-choice',
  ['Counts every order of the same choice', '考虑了顺序，把组合当成排列'],
  [
    'A choice stays the same in whatever order it is made, so the number of orders must be divided out.',
    '选出的元素与顺序无关，要除以它们的排列数，用组合。',
  ],
);

export const multipliesCounts = misconception(
  'multiplies-number-and-places',
  ['Multiplies the two numbers of the question', '直接把题中两个数相乘'],
  [
    'Every further place has its own number of choices; all of these are multiplied.',
    '每一步都有各自的选法数，要把每一步的选法数相乘。',
  ],
);

export const addsWays = misconception(
  'adds-ways-of-steps',
  ['Adds the numbers of choices', '把分步计数当成分类计数，用了加法'],
  [
    'Every choice of the first step goes with every choice of the next, so the numbers are multiplied.',
    '第一步的每种选法都能与下一步的每种选法搭配，所以用乘法。',
  ],
);

export const comparesPartWithRest = misconception(
  'compares-part-with-rest',
  ['Compares the part with the rest', '用一部分去比另一部分'],
  ['Divide by the number of all, not by the number of the others.', '要除以总数，而不是除以其余的个数。'],
);
