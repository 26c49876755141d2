/** Misconceptions about quadratic equations. */
import { misconception } from './misconception.ts';

export const oneRootOnly = misconception(
  'one-root-only',
  ['Gives one of the two solutions only', '只求出一个解'],
  [
    'Two numbers have this square, one above and one below zero; a product is zero if either factor is.',
    '平方等于一个正数的数有两个，一正一负；两个因式中有一个为零，积就为零。',
  ],
);

export const signsOfFactors = misconception(
  'reads-roots-with-wrong-sign',
  ['Reads the solutions off the factors with the wrong sign', '从因式读解时符号弄反'],
  [
    'A factor x + 3 is zero where x is −3: set each factor equal to zero.',
    '因式 x + 3 在 x = −3 时为零，要令每个因式等于零。',
  ],
);

export const rootsWithoutShift = misconception(
  'takes-root-forgets-shift',
  ['Takes the root and forgets what is in the bracket', '开平方后忘记括号里的数'],
  [
    'The root gives the value of the bracket. The number in it is still to be undone.',
    '开平方得到的是括号的值，还要去掉括号里的数。',
  ],
);
