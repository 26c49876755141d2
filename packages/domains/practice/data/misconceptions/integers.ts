/** Misconceptions about negative numbers. */
import { misconception } from './misconception.ts';

export const dropsSigns = misconception(
  'drops-signs',
  ['Leaves out the signs', '没有考虑负号'],
  [
    'The sign belongs to the number: below zero it counts the other way.',
    '负号是数的一部分，负数要往相反方向数。',
  ],
);

export const negativeOfSum = misconception(
  'sign-of-the-smaller',
  ['Gives the sum the wrong sign', '和的符号错了'],
  [
    'The sum has the sign of the number that is further from zero.',
    '异号两数相加，取绝对值较大的加数的符号。',
  ],
);

export const subtractsForDoubleMinus = misconception(
  'double-minus-is-minus',
  ['Takes minus minus for minus', '减去负数时没有变成加'],
  [
    'Taking away a debt is a gain: subtracting a negative number is adding.',
    '减去一个负数，等于加上它的相反数。',
  ],
);

export const minusTimesMinus = misconception(
  'minus-times-minus-is-minus',
  ['Gives a product the wrong sign', '积或商的符号错了'],
  ['Two signs that are the same give plus, two different signs give minus.', '同号得正，异号得负。'],
);

export const addsForProduct = misconception(
  'adds-factors',
  ['Adds instead of multiplying', '把乘法算成加法'],
  ['Between the numbers stands a times sign.', '两个数之间是乘号。'],
);
