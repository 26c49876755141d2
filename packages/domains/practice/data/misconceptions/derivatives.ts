/** Misconceptions about limits and derivatives. */
import type { Misconception } from './misconception.ts';

export const keepsExponent: Misconception = {
  id: 'keeps-exponent',
  name: { en: 'Does not lower the exponent', zh: '指数没有减 1' },
  explanation: {
    en: 'The exponent comes down as a factor, and the power that stays is lower by one.',
    zh: '求导时指数移到前面作系数，同时指数减 1。',
  },
};

export const forgetsFactor: Misconception = {
  id: 'forgets-exponent-factor',
  name: { en: 'Lowers the exponent but does not multiply by it', zh: '没有乘以原来的指数' },
  explanation: {
    en: 'Before the exponent is lowered it becomes a factor.',
    zh: '指数减 1 之前，要先把原来的指数乘到前面。',
  },
};

export const keepsConstant: Misconception = {
  id: 'keeps-constant',
  name: { en: 'Keeps the constant', zh: '常数项没有变成 0' },
  explanation: {
    en: 'A constant does not change, so its derivative is zero.',
    zh: '常数不变化，它的导数是 0。',
  },
};

export const zeroOverZeroIsZero: Misconception = {
  id: 'zero-over-zero-is-zero',
  name: { en: 'Takes 0/0 for 0', zh: '把 0/0 当作 0' },
  explanation: {
    en: '0/0 says nothing yet: the expression must be put another way before the number goes in.',
    zh: '0/0 还不能说明结果：要先把式子变形，再代入。',
  },
};

export const zeroOverZeroIsOne: Misconception = {
  id: 'zero-over-zero-is-one',
  name: { en: 'Takes 0/0 for 1', zh: '把 0/0 当作 1' },
  explanation: {
    en: 'Only equal numbers other than zero have the quotient 1. Cancel first, then put the number in.',
    zh: '只有不为零的相同数相除才得 1。先约分，再代入。',
  },
};
