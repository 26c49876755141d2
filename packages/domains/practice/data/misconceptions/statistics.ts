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

export const meanForMedian: Misconception = {
  id: 'mean-for-median',
  name: { en: 'Takes the mean for the median', zh: '把平均数当成中位数' },
  explanation: {
    en: 'Nothing is added up for the median: it is what stands in the middle once the numbers are in order.',
    zh: '中位数不是求和再相除，而是把数据按大小排列后处在中间的数。',
  },
};

export const middleWithoutOrder: Misconception = {
  id: 'middle-without-order',
  name: { en: 'Takes the middle of the list as it stands', zh: '没有排序就取中间的数' },
  explanation: {
    en: 'The numbers must be put in order first; only then does the middle of the list mean anything.',
    zh: '要先把数据按从小到大的顺序排列，再找中间的数。',
  },
};

export const lowerOfTwoMiddles: Misconception = {
  id: 'lower-of-two-middles',
  name: { en: 'Takes one of the two middle numbers', zh: '只取中间两个数中的一个' },
  explanation: {
    en: 'With an even count two numbers stand in the middle; the median is halfway between them.',
    zh: '数据个数为偶数时，中间有两个数，中位数是这两个数的平均数。',
  },
};

export const largestForMode: Misconception = {
  id: 'largest-for-mode',
  name: { en: 'Takes the largest number for the mode', zh: '把最大的数当成众数' },
  explanation: {
    en: 'The mode is the number that comes most often, however large it is.',
    zh: '众数是出现次数最多的数，与它的大小无关。',
  },
};

export const frequencyForMode: Misconception = {
  id: 'frequency-for-mode',
  name: { en: 'Says how many times it comes instead of which number comes', zh: '把出现的次数当成众数' },
  explanation: {
    en: 'How often a number comes is its frequency. The mode is the number itself.',
    zh: '出现的次数叫频数，众数是出现次数最多的那个数本身。',
  },
};

export const medianForMode: Misconception = {
  id: 'median-for-mode',
  name: { en: 'Takes the median for the mode', zh: '把中位数当成众数' },
  explanation: {
    en: 'What stands in the middle is the median. The mode is what comes most often.',
    zh: '处在中间的是中位数，出现次数最多的才是众数。',
  },
};

export const largestForRange: Misconception = {
  id: 'largest-for-range',
  name: { en: 'Takes the largest number for the range', zh: '把最大值当成极差' },
  explanation: {
    en: 'The range says how far the numbers are apart: the smallest must be subtracted from the largest.',
    zh: '极差表示数据的变化范围，要用最大值减去最小值。',
  },
};

export const lastMinusFirst: Misconception = {
  id: 'last-minus-first',
  name: { en: 'Subtracts the first number of the list from the last', zh: '用最后一个数减第一个数' },
  explanation: {
    en: 'Look for the smallest and the largest number; they may stand anywhere in the list.',
    zh: '要找最大值和最小值，它们可能在任何位置。',
  },
};
