/** Misconceptions about fractions. */
import type { Misconception } from './misconception.ts';

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
