/** Misconceptions about functions and lines. */
import { misconception } from './misconception.ts';

export const putsInOnceOnly = misconception(
  'puts-in-once-only',
  ['Puts the number in at the first place only', '只在第一处代入'],
  [
    'The number stands for every x, not for the first one only.',
    '自变量的值要代入每一处 x，不能只代入一处。',
  ],
);

export const evaluatesForArgument = misconception(
  'puts-value-in-for-argument',
  ['Takes the value of the function for the argument', '把函数值当作自变量代入'],
  [
    'The value is what comes out. Asked is what must be put in: set the term equal to the value and solve.',
    '函数值是结果，要求的是自变量：令函数式等于这个值，再解方程。',
  ],
);

export const composesOtherWay = misconception(
  'composes-other-way-round',
  ['Begins with the outer function', '复合函数的内外顺序弄反'],
  [
    'Read from the inside: what stands in the brackets comes first, and its result goes into the outer function.',
    '要从里往外算：先求括号里的函数，再把结果代入外面的函数。',
  ],
);

export const multipliesFunctions = misconception(
  'multiplies-composed-functions',
  ['Multiplies the functions', '把复合当成两个函数相乘'],
  [
    'Nothing is multiplied here: the result of the inner function is put into the outer one.',
    '这不是相乘，而是把里面函数的结果代入外面的函数。',
  ],
);

export const invertsSlope = misconception(
  'inverts-slope',
  ['Divides the horizontal by the vertical difference', '求斜率时分子分母弄反'],
  [
    'The slope says how far the line rises for one step to the right: y-difference over x-difference.',
    '斜率是纵坐标之差除以横坐标之差，不能弄反。',
  ],
);

export const mixesOrderOfPoints = misconception(
  'mixes-order-of-points',
  ['Takes the points in different order above and below', '求斜率时两点的顺序前后不一致'],
  [
    'If the second point comes first above, it comes first below as well.',
    '分子用哪个点的坐标在前，分母也要用同一个点在前。',
  ],
);

export const takesHeightForIntercept = misconception(
  'height-of-point-for-intercept',
  ['Takes the height of a point for the intercept', '把点的纵坐标当作截距'],
  [
    'The intercept is the height at x = 0. At another point the slope has already raised or lowered the line.',
    '截距是 x = 0 时的函数值，其他点的纵坐标不是截距。',
  ],
);
