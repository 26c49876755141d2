/** Misconceptions about powers and roots. */
import { type Misconception, misconception } from './misconception.ts';

export const leavesSquareInside: Misconception = {
  id: 'takes-out-without-root',
  name: { en: 'Takes a square out without its root', zh: '把平方因数移到根号外时没有开方' },
  explanation: {
    en: 'A square factor leaves the root as its root: the root of 9 times 2 is 3 times the root of 2.',
    zh: '平方因数移到根号外要先开方：9 与 2 的积的算术平方根是 3 乘 2 的算术平方根。',
  },
};

export const halvesForRoot: Misconception = {
  id: 'halves-for-root',
  name: { en: 'Halves instead of taking the root', zh: '把开平方当成除以 2' },
  explanation: {
    en: 'The square root of a number is what gives the number when multiplied by itself, not half of it.',
    zh: '平方根是自乘后等于这个数的数，不是它的一半。',
  },
};

export const multipliesBaseAndExponent = misconception(
  'base-times-exponent',
  ['Multiplies base and exponent', '用底数乘指数'],
  [
    'The exponent counts how many times the base is a factor: 2³ is 2 · 2 · 2.',
    '指数表示底数自乘的次数：2³ 是 2×2×2。',
  ],
);

export const swapsBaseAndExponent = misconception(
  'swaps-base-and-exponent',
  ['Swaps base and exponent', '把底数与指数弄反'],
  [
    'The base is the factor; the small raised number counts how many times it is there.',
    '底数是因数，右上角的小数字表示它出现的次数。',
  ],
);

export const signInsidePower = misconception(
  'sign-inside-power',
  ['Takes the sign into the power, or out of it', '分不清负号在不在乘方里'],
  [
    'Only with brackets does the power take the sign along: −3² is the opposite of 3², but (−3)² is 9.',
    '只有加括号时负号才参加乘方：−3² 是 3² 的相反数，而 (−3)² 是 9。',
  ],
);

export const multipliesExponents = misconception(
  'multiplies-exponents-of-product',
  ['Multiplies the exponents where they are added', '同底数幂相乘时把指数相乘'],
  [
    'Multiplying powers of one base means more factors: the exponents are added.',
    '同底数幂相乘，底数不变，指数相加。',
  ],
);

export const addsExponents = misconception(
  'adds-exponents-of-power',
  ['Adds the exponents where they are multiplied', '幂的乘方时把指数相加'],
  [
    'A power of a power repeats the whole power: the exponents are multiplied.',
    '幂的乘方，底数不变，指数相乘。',
  ],
);

export const dividesExponents = misconception(
  'divides-exponents',
  ['Divides the exponents', '同底数幂相除时把指数相除'],
  [
    'Dividing powers of one base cancels factors: the exponents are subtracted.',
    '同底数幂相除，底数不变，指数相减。',
  ],
);

export const leavesCoefficient = misconception(
  'coefficient-outside-power',
  ['Does not raise the coefficient to the power', '系数没有乘方'],
  [
    'The exponent belongs to everything in the brackets, to the number too.',
    '积的乘方，括号里的每个因数都要乘方，系数也不例外。',
  ],
);

export const negativeExponentIsNegative = misconception(
  'negative-exponent-is-negative',
  ['Takes a negative exponent for a negative number', '把负指数当成负数'],
  [
    'A negative exponent means the reciprocal, it does not make the number negative.',
    '负指数表示倒数，不会使数变成负数。',
  ],
);

export const ignoresNegativeExponent = misconception(
  'ignores-negative-exponent',
  ['Ignores the minus sign of the exponent', '忽略了指数上的负号'],
  ['A negative exponent means the reciprocal of the power.', '负指数表示这个幂的倒数。'],
);

export const exponentOffByOne = misconception(
  'power-of-ten-off-by-one',
  ['Counts the places wrong by one', '数小数点移动的位数时差了一位'],
  [
    'Count by how many places the point moves until one digit stands before it.',
    '数一数小数点移动几位后，前面只剩一位整数。',
  ],
);

export const exponentWrongSign = misconception(
  'power-of-ten-wrong-sign',
  ['Gives the exponent the wrong sign', '10 的指数符号错了'],
  [
    'Numbers above ten have a positive exponent, numbers below one a negative one.',
    '大于 10 的数指数为正，小于 1 的数指数为负。',
  ],
);

export const rootOfSumApart = misconception(
  'root-term-by-term',
  ['Takes a sum of roots for the root of the sum', '误以为平方根的和等于和的平方根'],
  [
    'A root of a sum is not the sum of the roots: try it with the roots of 9 and 16.',
    '和的平方根不等于平方根的和，用 9 和 16 试一试。',
  ],
);

export const thirdsForRoot = misconception(
  'thirds-for-cube-root',
  ['Divides by three instead of taking the root', '把开立方当成除以 3'],
  [
    'The cube root of a number is what gives the number as a product of three equal factors.',
    '立方根是自乘三次后等于这个数的数。',
  ],
);

export const addsExponentsOfQuotient = misconception(
  'adds-exponents-of-quotient',
  ['Adds the exponents of a quotient', '同底数幂相除时把指数相加'],
  [
    'Dividing takes factors away, so the exponent of the divisor is subtracted.',
    '相除会约去因式，所以要减去除式的指数。',
  ],
);
