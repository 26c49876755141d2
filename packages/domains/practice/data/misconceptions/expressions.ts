/** Misconceptions about expressions with letters. */
import { type Misconception, misconception } from './misconception.ts';

export const multipliesFirstTermOnly: Misconception = {
  id: 'multiplies-first-term-only',
  name: { en: 'Multiplies only the first term in the bracket', zh: '只乘了括号里的第一项' },
  explanation: {
    en: 'The number before a bracket multiplies every term in it.',
    zh: '括号前的数要与括号里的每一项相乘。',
  },
};

export const losesSignInBracket: Misconception = {
  id: 'loses-sign-in-bracket',
  name: { en: 'Loses a minus sign in the bracket', zh: '去括号时符号出错' },
  explanation: {
    en: 'A negative number before a bracket changes the sign of every term in it.',
    zh: '括号前是负数时，括号里的每一项都要变号。',
  },
};

export const gluesDigits = misconception(
  'writes-value-beside-factor',
  ['Writes the value beside the factor', '把数字直接写在系数旁边'],
  [
    '3x means 3 times x. For x = 4 that is 3 times 4, not 34.',
    '3x 表示 3 乘 x，x = 4 时是 3 乘 4，而不是 34。',
  ],
);

export const addsFactorAndValue = misconception(
  'adds-factor-and-value',
  ['Adds the factor and the value', '把系数与字母的值相加'],
  ['A number in front of a letter multiplies it.', '字母前面的数与字母是相乘的关系。'],
);

export const losesSignOfValue = misconception(
  'loses-sign-of-value',
  ['Puts a negative number in without its sign', '代入负数时丢了负号'],
  ['Put the number in with brackets, so that its sign stays with it.', '代入负数时要加括号，保留负号。'],
);

export const collectsUnlike = misconception(
  'collects-unlike-terms',
  ['Collects terms that are not alike', '把不是同类项的合并了'],
  [
    'Only terms with the same letters can be collected; a number alone is another kind of term.',
    '只有同类项才能合并，单独的数与含字母的项不是同类项。',
  ],
);

export const losesSignWhileCollecting = misconception(
  'loses-sign-while-collecting',
  ['Loses the sign before a term', '合并时丢了项前面的负号'],
  ['The sign before a term belongs to it.', '每一项都包括它前面的符号。'],
);

export const changesFirstSignOnly = misconception(
  'changes-first-sign-only',
  ['Changes only the first sign in the bracket', '去括号时只有第一项变号'],
  [
    'A minus sign before a bracket changes the sign of every term in it.',
    '括号前是减号，去括号时里面的每一项都要变号。',
  ],
);
