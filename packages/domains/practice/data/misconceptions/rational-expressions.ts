/** Misconceptions about fractions with letters. */
import { misconception } from './misconception.ts';

export const cancelsTerms = misconception(
  'cancels-terms',
  ['Cancels terms instead of factors', '约去了相加的项，而不是因式'],
  [
    'Only factors of the whole numerator and the whole denominator can be cancelled: factor both first.',
    '约分时约去的是分子和分母的公因式，不能约去加减的项，要先分解因式。',
  ],
);

export const cancelsToOneSide = misconception(
  'keeps-one-side-of-fraction',
  ['Leaves out the denominator that stays', '约分后丢了剩下的分母'],
  ['What is not cancelled in the denominator stays there.', '分母中没有约去的因式要留在分母里。'],
);

export const addsCommonDenominators = misconception(
  'adds-equal-denominators',
  ['Adds the denominators though they are the same', '同分母相加时把分母也相加'],
  [
    'Where the denominators are the same, only the numerators are added.',
    '同分母的分式相加减，分母不变，只把分子相加减。',
  ],
);

export const subtractsFirstTermOnly = misconception(
  'subtracts-first-term-of-numerator',
  ['Subtracts only the first term of the numerator', '分子相减时没有加括号，只减了第一项'],
  [
    'The fraction bar is a bracket: the whole second numerator is subtracted.',
    '分数线起括号的作用，要减去第二个分子的每一项。',
  ],
);
