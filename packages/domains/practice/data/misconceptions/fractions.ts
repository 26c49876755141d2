/** Misconceptions about fractions. */
import { type Misconception, misconception } from './misconception.ts';

export const addsAcross: Misconception = {
  id: 'adds-numerators-and-denominators',
  name: { en: 'Adds the numerators and the denominators', zh: '分子加分子，分母加分母' },
  explanation: {
    en: 'Parts of different size cannot be counted together. Make the denominators the same first; the denominator only names the size.',
    zh: '大小不同的份数不能直接相加。先通分，分母只表示每份的大小，不相加。',
  },
};

export const keepsNumerators: Misconception = {
  id: 'keeps-numerators',
  name: { en: 'Changes the denominators but not the numerators', zh: '通分时只变了分母，没有变分子' },
  explanation: {
    en: 'Whatever the denominator is multiplied by, the numerator must be multiplied by too.',
    zh: '分母乘了几，分子也要乘几，分数的大小才不变。',
  },
};

export const wrongSignBetween: Misconception = {
  id: 'adds-for-subtracts',
  name: { en: 'Adds where it should subtract, or the other way round', zh: '加减号看错' },
  explanation: {
    en: 'Look again at the sign between the two numbers.',
    zh: '再看一看两个数之间是加号还是减号。',
  },
};

export const reducesOneSideOnly = misconception(
  'reduces-one-side-only',
  ['Divides only the numerator or only the denominator', '约分时只除了分子或分母'],
  [
    'A fraction stays the same only if numerator and denominator are divided by the same number.',
    '分子和分母同时除以相同的数，分数的大小才不变。',
  ],
);

export const subtractsToReduce = misconception(
  'subtracts-to-reduce',
  ['Reduces by subtracting', '用减法约分'],
  [
    'Taking the same number away from numerator and denominator changes the fraction. Divide instead.',
    '分子和分母同时减去一个数，分数的大小会改变，应该同时除以一个数。',
  ],
);

export const crossMultiplies = misconception(
  'cross-multiplies-product',
  ['Multiplies crosswise', '分数乘法时交叉相乘'],
  [
    'In a product the numerators are multiplied with each other, and the denominators with each other.',
    '分数相乘，用分子乘分子、分母乘分母，不是交叉相乘。',
  ],
);

export const addsToMultiply = misconception(
  'adds-to-multiply',
  ['Adds the numerators instead of multiplying', '分子相加而没有相乘'],
  [
    'The sign between the fractions is a times sign: multiply above and below.',
    '两个分数之间是乘号，分子、分母都要相乘。',
  ],
);

export const doesNotInvert = misconception(
  'does-not-invert-divisor',
  ['Multiplies without turning the divisor over', '没有把除数颠倒'],
  [
    'Dividing by a fraction is multiplying by its reciprocal: turn the second fraction over first.',
    '除以一个分数，等于乘它的倒数，要先把除数的分子、分母颠倒。',
  ],
);

export const invertsFirst = misconception(
  'inverts-the-dividend',
  ['Turns the first fraction over', '颠倒了被除数'],
  ['Only the number that is divided by is turned over.', '颠倒的是除数，被除数不变。'],
);

export const multipliesWholeAndNumerator = misconception(
  'multiplies-whole-and-numerator',
  ['Multiplies the whole part with the numerator', '用整数部分乘分子'],
  [
    'Each whole has as many parts as the denominator says. Multiply the whole part with the denominator, then add the numerator.',
    '每个整体包含“分母”那么多份：用整数部分乘分母，再加上分子。',
  ],
);

export const addsFractionPartsOnly = misconception(
  'mixed-without-regrouping',
  ['Loses the whole that the fractions make together', '分数部分相加满一时没有进到整数'],
  [
    'When the fraction parts add up to one or more, a whole goes over to the whole parts.',
    '分数部分相加满 1 时，要向整数部分进 1。',
  ],
);

export const wholePartForRemainder = misconception(
  'remainder-for-whole',
  ['Swaps the quotient and the remainder', '把商和余数弄反'],
  [
    'The quotient is the whole part, and the remainder is what stays as the numerator.',
    '商是整数部分，余数是分子。',
  ],
);

export const takesPartForShare = misconception(
  'divides-by-numerator',
  ['Divides by the numerator and multiplies by the denominator', '用分子去除、用分母去乘'],
  [
    'The denominator says into how many parts to divide; the numerator says how many of them to take.',
    '分母表示平均分成几份，分子表示取几份。',
  ],
);

export const stopsAtOnePart = misconception(
  'stops-at-one-part',
  ['Takes one part only', '只取了一份'],
  [
    'That is one of the parts. The numerator says how many of them are meant.',
    '这只是一份，分子说明要取几份。',
  ],
);

export const remainderOverDividend = misconception(
  'remainder-over-dividend',
  ['Puts the remainder over the old numerator', '余数下面写了原来的分子'],
  ['The parts keep their size, so the denominator stays as it was.', '每一份的大小没有变，所以分母不变。'],
);

export const addsLikeDenominators = misconception(
  'adds-like-denominators',
  ['Adds the denominators too', '分母也相加了'],
  [
    'The parts have the same size and keep it: only how many there are changes.',
    '每一份的大小没有变，所以分母不变，只把分子相加减。',
  ],
);
