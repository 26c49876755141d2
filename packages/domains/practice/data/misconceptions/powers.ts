/** Misconceptions about powers and roots. */
import type { Misconception } from './misconception.ts';

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
