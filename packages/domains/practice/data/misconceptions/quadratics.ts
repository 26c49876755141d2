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

export const formulaSignOfB = misconception(
  'formula-sign-of-b',
  ['Takes b for −b in the formula', '求根公式中 −b 的符号弄错'],
  [
    'The formula begins with the opposite of b: write a, b and c down with their signs first.',
    '公式开头是 b 的相反数，先连同符号写出 a、b、c 再代入。',
  ],
);

export const formulaDividesByA = misconception(
  'formula-divides-by-a',
  ['Divides by a instead of 2a', '求根公式中除以了 a，而不是 2a'],
  ['The denominator of the formula is twice a.', '求根公式的分母是 2a。'],
);

export const formulaDividesRootOnly = misconception(
  'formula-divides-root-only',
  ['Divides only the root by the denominator', '求根公式中只把根号部分除以分母'],
  [
    'The fraction bar reaches under both: −b is divided as well as the root.',
    '分数线下面的 2a 要除整个分子，−b 和根号部分都要除。',
  ],
);
