/** Misconceptions about data. */
import type { Misconception } from './misconception.ts';

export const medianForMean: Misconception = {
  id: 'median-for-mean',
  name: { en: 'Takes the middle number for the mean', zh: '把中位数当成平均数' },
  explanation: {
    en: 'The number in the middle is the median. For the mean add all numbers and divide by how many there are.',
    zh: '排在中间的数是中位数。求平均数要把所有的数相加，再除以个数。',
  },
};

export const forgetsToDivide: Misconception = {
  id: 'forgets-to-divide-by-count',
  name: { en: 'Adds up but does not divide', zh: '只求了和，没有除以个数' },
  explanation: {
    en: 'The sum must still be shared equally among all the numbers.',
    zh: '求出总和后，还要除以数的个数。',
  },
};
