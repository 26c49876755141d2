/** Misconceptions about factoring. */
import type { Misconception } from './misconception.ts';

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
