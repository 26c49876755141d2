/** Misconceptions about polynomials and the formulas for their products. */
import { misconception } from './misconception.ts';

export const addsExponentsWhileCollecting = misconception(
  'adds-exponents-while-collecting',
  ['Adds the exponents while collecting', '合并同类项时把指数也相加'],
  [
    'Collecting counts terms of one kind: the coefficients are added, letter and exponent stay.',
    '合并同类项时，只把系数相加，字母和字母的指数不变。',
  ],
);

export const multipliesFirstsAndLasts = misconception(
  'multiplies-firsts-and-lasts-only',
  ['Multiplies only the first terms and the last terms', '多项式相乘时漏乘'],
  [
    'Every term of one bracket multiplies every term of the other: two times two terms give four products.',
    '要用一个多项式的每一项去乘另一个多项式的每一项：两项乘两项，应得四个积。',
  ],
);

export const squaresTermByTerm = misconception(
  'squares-term-by-term',
  ['Squares each term and leaves out the middle one', '完全平方漏掉了中间项'],
  [
    'A square is the bracket times itself. Multiply out: the product of the two terms comes up twice.',
    '平方是括号自乘。乘开看一看：两项的积出现了两次。',
  ],
);

export const forgetsDoubleProduct = misconception(
  'forgets-to-double-product',
  ['Takes the product of the terms once only', '完全平方的中间项漏乘 2'],
  [
    'First times second and second times first: the middle term is twice their product.',
    '首项乘尾项、尾项乘首项各有一次，所以中间项是两项积的 2 倍。',
  ],
);

export const addsTheSquares = misconception(
  'adds-squares-for-difference',
  ['Adds the squares instead of subtracting', '平方差公式中符号弄错'],
  [
    'One bracket has a plus and one a minus, so the product of the last terms is negative.',
    '两个括号里的后一项符号相反，所以它们的积是负的。',
  ],
);

export const differenceForSquare = misconception(
  'difference-of-squares-for-square',
  ['Confuses the square of a bracket with the difference of two squares', '把完全平方公式与平方差公式弄混'],
  [
    'Two equal brackets give a square with a middle term. Where the signs differ, the middle terms cancel.',
    '两个相同的括号相乘才是完全平方，有中间项；一加一减相乘时，中间项互相抵消。',
  ],
);
