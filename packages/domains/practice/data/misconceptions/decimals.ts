/** Misconceptions about decimals and percentages. */
import { misconception } from './misconception.ts';

export const alignsRight = misconception(
  'aligns-decimals-right',
  ['Writes the numbers flush right instead of point under point', '小数末位对齐，没有把小数点对齐'],
  [
    'Tenths go with tenths and hundredths with hundredths: write point under point.',
    '相同数位才能相加减，要把小数点对齐。',
  ],
);

export const misplacesPoint = misconception(
  'misplaces-decimal-point',
  ['Puts the decimal point in the wrong place', '小数点的位置错了'],
  [
    'Estimate first: round both numbers and see how large the result must be.',
    '先估一估：把两个数取整，看结果大约是多少。',
  ],
);

export const wholePartsOnly = misconception(
  'multiplies-parts-apart',
  ['Multiplies whole parts and decimal parts apart', '整数部分与小数部分分开相乘'],
  [
    'Each part of one number multiplies each part of the other one.',
    '一个数的每一部分都要与另一个数的每一部分相乘。',
  ],
);

export const digitsAsDenominator = misconception(
  'digits-as-fraction',
  ['Makes a fraction of the digits as they stand', '把小数的数字直接写成分数'],
  [
    'The place of the last digit names the denominator: tenths, hundredths, thousandths.',
    '看最后一位在哪一位：十分位、百分位、千分位，分母就是 10、100、1000。',
  ],
);

export const tenForHundred = misconception(
  'one-place-off-denominator',
  ['Takes a denominator that is ten times too small or too large', '分母差了十倍'],
  [
    'Count the digits after the point: as many zeros has the denominator.',
    '小数点后有几位，分母的 1 后面就有几个 0。',
  ],
);

export const numeratorPointDenominator = misconception(
  'numerator-point-denominator',
  ['Writes numerator, point, denominator', '把分子和分母写在小数点两边'],
  ['A fraction is a division: divide the numerator by the denominator.', '分数就是除法：用分子除以分母。'],
);

export const percentAsNumber = misconception(
  'percent-as-whole-number',
  ['Does not divide by one hundred', '没有除以 100'],
  [
    'Per cent means of one hundred: 15 % is 15 hundredths.',
    '百分之几就是一百份中的几份：15% 是 15 个百分之一。',
  ],
);

export const dividesByPercent = misconception(
  'divides-by-percent',
  ['Divides by the percentage', '用百分数去除'],
  [
    'Dividing by 20 gives a twentieth, which is 5 %. Find one per cent first.',
    '除以 20 得到的是二十分之一，也就是 5%。先求百分之一。',
  ],
);

export const changeOnly = misconception(
  'gives-only-the-change',
  ['Gives only the change', '只求了变化的部分'],
  [
    'That is by how much it changes. The question is what it is afterwards.',
    '这只是增加或减少的部分，题目问的是变化以后的数。',
  ],
);

export const wrongDirection = misconception(
  'changes-in-wrong-direction',
  ['Increases where it should decrease, or the other way round', '增加和减少弄反了'],
  ['Read again whether the amount grows or shrinks.', '再读一读题目，是增加还是减少。'],
);

export const comparesWithNew = misconception(
  'compares-with-new-value',
  ['Compares the change with the new value', '用变化量除以后来的数'],
  ['A change is measured against what there was before.', '变化的百分率要与原来的数相比。'],
);

export const takesRestForPart = misconception(
  'rest-for-part',
  ['Gives the rest', '求成了剩下的部分'],
  ['That is what is left when the part is taken away.', '这是去掉这部分以后剩下的。'],
);

export const percentOfPart = misconception(
  'percent-of-the-part',
  ['Takes the percentage of the part', '求成了这部分的百分之几'],
  [
    'The amount given is already the part. The whole must be larger than a part that is less than 100 %.',
    '已知的数就是那一部分，不足 100% 时，整体应该比它大。',
  ],
);

export const swapsPartAndWhole = misconception(
  'swaps-part-and-whole',
  ['Divides the whole by the part', '用整体除以部分'],
  ['The part is divided by the whole.', '应该用部分除以整体。'],
);

export const amountForPercentage = misconception(
  'amount-for-percentage',
  ['Gives the amount of the change instead of the percentage', '求成了变化了多少，而不是百分之几'],
  [
    'That is how much it changes. How many hundredths of the first number is that?',
    '这是变化的数量。它是原来的数的百分之几？',
  ],
);

export const scalesDivisorOnly = misconception(
  'scales-divisor-only',
  ['Makes only the divisor ten times as large', '只把除数扩大，被除数没有跟着扩大'],
  [
    'Multiply both numbers by the same: only then does the quotient stay as it was.',
    '被除数和除数要同时乘相同的数，商才不变。',
  ],
);
