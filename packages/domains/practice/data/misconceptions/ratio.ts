/** Misconceptions about ratios and proportions. */
import { misconception } from './misconception.ts';

export const dividesOnePartOnly = misconception(
  'divides-one-part-of-ratio',
  ['Divides only one part of the ratio', '化简比时只除了其中一项'],
  [
    'A ratio stays the same only if both parts are divided by the same number.',
    '比的前项和后项要同时除以相同的数，比值才不变。',
  ],
);

export const swapsRatio = misconception(
  'swaps-parts-of-ratio',
  ['Swaps the parts of the ratio', '把比的前项和后项弄反'],
  ['The order of a ratio says which part belongs to whom.', '比的顺序表示各部分分别对应谁。'],
);

export const halves = misconception(
  'shares-equally',
  ['Shares equally', '平均分配'],
  [
    'The shares are as large as the ratio says; they are equal only for 1 to 1.',
    '要按比来分，只有 1 比 1 时才平均分。',
  ],
);

export const dividesByOnePart = misconception(
  'divides-by-one-part',
  ['Divides by one part of the ratio instead of their sum', '用总数除以其中一份数，而不是总份数'],
  ['Together there are as many shares as both parts of the ratio add up to.', '总份数是各部分份数的和。'],
);

export const otherShare = misconception(
  'gives-the-other-share',
  ['Gives the share of the other one', '求成了另一部分'],
  [
    'That is the other share. Look which part of the ratio was asked for.',
    '这是另一部分，再看一看问的是哪一部分。',
  ],
);

export const addsSameDifference = misconception(
  'adds-same-difference',
  ['Adds the same instead of multiplying by the same', '用加减代替倍数关系'],
  [
    'In a proportion both numbers are multiplied by the same factor; their difference does not stay the same.',
    '成比例时，两个量乘以相同的倍数，它们的差并不保持不变。',
  ],
);

export const multipliesWrongPair = misconception(
  'multiplies-wrong-pair',
  ['Multiplies the numbers that belong together', '交叉相乘时配错了对'],
  [
    'Multiply crosswise: the numerator of one side with the denominator of the other.',
    '交叉相乘：一边的分子乘另一边的分母。',
  ],
);

export const directForInverse = misconception(
  'direct-for-inverse',
  ['Takes an inverse proportion for a direct one', '把反比例当作正比例'],
  [
    'The more of one, the less of the other: their product stays the same.',
    '一个量越大，另一个量越小，它们的积不变。',
  ],
);

export const inverseForDirect = misconception(
  'inverse-for-direct',
  ['Takes a direct proportion for an inverse one', '把正比例当作反比例'],
  [
    'The more of one, the more of the other: their quotient stays the same.',
    '一个量越大，另一个量也越大，它们的比值不变。',
  ],
);

export const stopsAtUnitRate = misconception(
  'stops-at-one-unit',
  ['Stops at one unit', '只求出了一份的量'],
  ['That is for one. The question is about more than one.', '这是一份的量，题目问的是多份。'],
);
