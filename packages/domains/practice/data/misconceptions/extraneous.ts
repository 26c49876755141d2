/** Misconceptions about solutions that are none: gained by multiplying with the unknown or by squaring. */
import { misconception } from './misconception.ts';

export const keepsForbiddenRoot = misconception(
  'keeps-forbidden-root',
  ['Keeps a number at which a denominator is zero', '没有检验，保留了增根'],
  [
    'Put your solutions into the equation of the exercise: at one of them a denominator is zero.',
    '把解代回原方程检验：其中一个使分母为零，是增根，要舍去。',
  ],
);

export const takesForbiddenRootOnly = misconception(
  'takes-forbidden-root-only',
  ['Drops the wrong one of two solutions', '舍去的解弄错了'],
  [
    'At this number a denominator is zero, so the equation says nothing there. It is the other one that stays.',
    '这个数使分母为零，原方程没有意义，应舍去的正是它。',
  ],
);

export const keepsGainedRoot = misconception(
  'keeps-gained-root',
  ['Keeps a solution that squaring has brought in', '没有检验，保留了平方后产生的增根'],
  [
    'Squaring can bring in solutions: put both into the equation of the exercise. A square root is never negative.',
    '两边平方可能产生增根，要代回原方程检验：算术平方根不会是负数。',
  ],
);

export const takesGainedRootOnly = misconception(
  'takes-gained-root-only',
  ['Drops the wrong one of two solutions', '舍去的解弄错了'],
  [
    'Here the right side is negative, and a square root never is. The other number solves the equation.',
    '此时右边是负数，而算术平方根不会是负数，所以这个数不是解。',
  ],
);
