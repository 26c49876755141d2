/** Misconceptions about factoring. */
import { type Misconception, misconception } from './misconception.ts';

export const wrongSignsInFactors: Misconception = {
  id: 'wrong-signs-in-factors',
  name: { en: 'Turns the signs in the factors around', zh: '因式中的符号弄反了' },
  explanation: {
    en: 'Multiply your brackets out: the middle term gets the other sign.',
    zh: '把括号乘开检验：一次项的符号相反了。',
  },
};

export const sumForProduct: Misconception = {
  id: 'sum-for-product',
  name: { en: 'Looks for the wrong sum or product', zh: '把两数的和与积弄混' },
  explanation: {
    en: 'The two numbers must multiply to the last term and add up to the middle coefficient, not the other way round.',
    zh: '两个数的积应等于常数项，和应等于一次项系数，不能弄反。',
  },
};

export const leavesTermUndivided = misconception(
  'leaves-term-undivided',
  ['Takes the factor out of one term only', '提公因式后有一项没有除以公因式'],
  [
    'A common factor is taken out of every term: divide each of them by it, then multiply out to check.',
    '提取公因式时，每一项都要除以公因式，可以乘回去检验。',
  ],
);

export const leavesOutOne = misconception(
  'leaves-out-one',
  ['Leaves nothing where a 1 must stay', '提公因式后漏掉了 1'],
  [
    'A term divided by itself is 1, not nothing: every term leaves something in the bracket.',
    '一项除以它本身得 1，不是没有了：提取后括号里的项数不变。',
  ],
);

export const keepsPower = misconception(
  'keeps-power-in-bracket',
  ['Takes a power out but leaves it in the bracket', '提取了字母的幂，括号里的指数却没有减'],
  [
    'What is taken out in front must be missing in the bracket: its exponent is subtracted there.',
    '提到括号外的因式，括号里就要除去，相应的指数要减。',
  ],
);

export const leavesSquareUnrooted = misconception(
  'factors-squares-without-root',
  ['Puts the squares themselves into the brackets', '没有开方，直接把平方写进括号'],
  [
    'In the brackets stand the numbers whose squares are given, not the squares.',
    '括号里应写平方之前的数，而不是平方本身。',
  ],
);

export const squareForDifference = misconception(
  'square-for-difference-of-squares',
  ['Takes the difference of two squares for the square of a difference', '把平方差当成差的平方'],
  [
    'Multiply your square out: it has a middle term. A plus in one bracket and a minus in the other cancel it.',
    '把平方乘开检验：会多出中间项。两个括号一加一减，中间项才会抵消。',
  ],
);

export const differenceForPerfectSquare = misconception(
  'difference-for-perfect-square',
  ['Takes a perfect square for a difference of squares', '把完全平方式当成平方差'],
  [
    'A plus and a minus in the brackets leave no middle term, but here there is one.',
    '两个括号一加一减相乘没有中间项，而这里有中间项。',
  ],
);
