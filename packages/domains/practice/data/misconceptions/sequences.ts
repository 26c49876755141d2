/** Misconceptions about sequences. */
import { misconception } from './misconception.ts';

export const oneFactorTooMany = misconception(
  'one-ratio-too-many',
  ['Multiplies by the ratio once too often', '多乘了一次公比'],
  [
    'The first term has no factor yet: to reach term number n the ratio is multiplied n − 1 times.',
    '首项还没有乘公比，到第 n 项只乘了 n−1 次公比。',
  ],
);

export const addsRatio = misconception(
  'adds-ratio',
  ['Adds the ratio instead of multiplying', '把等比数列当成等差数列'],
  [
    'From one term to the next a geometric sequence is multiplied by the ratio; nothing is added.',
    '等比数列每一项等于前一项乘公比，而不是加上一个数。',
  ],
);

export const ratioTimesNumber = misconception(
  'ratio-times-number',
  ['Multiplies the ratio by the number of steps', '把公比的乘方算成公比乘项数'],
  [
    'Multiplying by the ratio several times gives a power of it, not a multiple.',
    '连续乘几次公比得到的是公比的乘方，不是公比的几倍。',
  ],
);

export const lastTermForSum = misconception(
  'last-term-for-sum',
  ['Gives the last term instead of the sum', '只求了末项，没有求和'],
  ['That is the last of the terms; all of them are to be added.', '这只是最后一项，题目要求的是各项的和。'],
);

export const sumOneTermShort = misconception(
  'sum-one-term-short',
  ['Leaves the last term out of the sum', '求和时少加了一项'],
  ['Count the terms that were added: the first one counts too.', '数一数加了几项，首项也要算在内。'],
);

export const oneDifferenceTooMany = misconception(
  'one-difference-too-many',
  ['Adds the difference once too often', '多加了一次公差'],
  [
    'The first term is there before anything is added: to reach term number n the difference is added n − 1 times.',
    '首项还没有加公差，到第 n 项只加了 n−1 次公差。',
  ],
);

export const forgetsFirstTerm = misconception(
  'forgets-first-term',
  ['Leaves the first term out', '忘记加首项'],
  [
    'That is how much the terms have grown. They began with the first term, not with zero.',
    '这只是增加的部分，还要加上首项。',
  ],
);

export const forgetsToHalveSum = misconception(
  'forgets-to-halve-sum',
  ['Does not halve', '求和时忘记除以 2'],
  [
    'First and last together, times the number of terms, counts every term twice.',
    '首项与末项的和乘项数，把每一项都算了两次，还要除以 2。',
  ],
);
