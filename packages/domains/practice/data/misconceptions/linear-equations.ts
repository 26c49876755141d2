/** Misconceptions about equations and inequalities. */
import { type Misconception, misconception } from './misconception.ts';

export const sameOperationNotInverse: Misconception = {
  id: 'same-operation-not-inverse',
  name: { en: 'Repeats the operation instead of undoing it', zh: '没有用逆运算，而是重复了原来的运算' },
  explanation: {
    en: 'What is added must be subtracted to undo it, and what is multiplied must be divided.',
    zh: '要去掉加上的数，应该减去它；要去掉乘上的数，应该除以它。',
  },
};

export const stopsBeforeDividing: Misconception = {
  id: 'stops-before-dividing',
  name: { en: 'Stops before dividing', zh: '没有除以未知数的系数' },
  explanation: {
    en: 'This is the value of a multiple of the unknown. One step is left: divide by its coefficient.',
    zh: '这只是未知数的若干倍的值，还要再除以未知数的系数。',
  },
};

export const subtractsCoefficient: Misconception = {
  id: 'subtracts-coefficient',
  name: { en: 'Subtracts the coefficient instead of dividing', zh: '把系数减去，而没有除以系数' },
  explanation: {
    en: 'A number in front of the unknown multiplies it, so it is undone by dividing, not by subtracting.',
    zh: '未知数前面的数是与它相乘的，应该用除法去掉，而不是减法。',
  },
};

export const losesSignAcross: Misconception = {
  id: 'loses-sign-across',
  name: { en: 'Moves a term across without changing its sign', zh: '移项没有变号' },
  explanation: {
    en: 'Taking a term to the other side means subtracting it from both sides, so its sign changes there.',
    zh: '移项就是等式两边同时减去这一项，所以移到另一边后要变号。',
  },
};

export const keepsInequalitySign: Misconception = {
  id: 'keeps-inequality-sign',
  name: { en: 'Keeps the inequality sign', zh: '不等号方向没有改变' },
  explanation: {
    en: 'Multiplying or dividing both sides by a negative number turns the inequality sign around.',
    zh: '不等式两边同时乘或除以一个负数时，不等号要改变方向。',
  },
};

export const turnsInequalitySign: Misconception = {
  id: 'turns-inequality-sign',
  name: { en: 'Turns the inequality sign around without a reason', zh: '不该变号时改变了不等号方向' },
  explanation: {
    en: 'The sign turns around only where both sides are multiplied or divided by a negative number.',
    zh: '只有两边同时乘或除以负数时，不等号才改变方向。',
  },
};

export const swapsUnknowns: Misconception = {
  id: 'swaps-unknowns',
  name: { en: 'Swaps the two unknowns', zh: '把两个未知数的值弄反了' },
  explanation: {
    en: 'The values are right but stand at the wrong letters. Put them into both equations to see.',
    zh: '数值对了，但对应的字母反了。代入两个方程检验一下。',
  },
};

export const addsInsteadOfSubtracts: Misconception = {
  id: 'adds-instead-of-subtracts',
  name: { en: 'Loses a sign while eliminating', zh: '加减消元时符号出错' },
  explanation: {
    en: 'Subtracting an equation changes the sign of every term of it, of the number on the right too.',
    zh: '两个方程相减时，被减方程的每一项（包括右边的数）都要变号。',
  },
};

export const multipliesOneTermOnly = misconception(
  'multiplies-one-term-only',
  ['Multiplies only one of the terms', '只乘了其中一项'],
  ['If you multiply one side, multiply every term of it.', '一边乘一个数时，这一边的每一项都要乘。'],
);

export const stopsBeforeMultiplying = misconception(
  'stops-before-multiplying',
  ['Stops before multiplying', '没有乘以分母'],
  [
    'This is the value of a part of the unknown. One step is left: multiply by the denominator.',
    '这只是未知数的几分之一的值，还要再乘以分母。',
  ],
);

export const collectsWrongSide = misconception(
  'adds-unknowns-of-both-sides',
  ['Adds the unknowns of both sides', '把等号两边的未知数直接相加'],
  [
    'Terms on different sides cannot be added: take one away from both sides.',
    '等号两边的项不能直接相加，要从两边同时减去。',
  ],
);

export const opensFirstTermOnly = misconception(
  'opens-bracket-first-term-only',
  ['Multiplies only the first term in the bracket', '去括号时只乘了第一项'],
  ['The number before a bracket multiplies every term in it.', '括号前的数要与括号里的每一项相乘。'],
);

export const leavesNumberUnmultiplied = misconception(
  'leaves-number-unmultiplied',
  ['Clears denominators but leaves the other side', '去分母时没有乘到另一边'],
  ['To clear denominators, multiply every term on both sides.', '去分母时，等号两边的每一项都要乘公分母。'],
);

export const substitutesWithoutBracket = misconception(
  'substitutes-without-bracket',
  ['Puts an expression in without brackets', '代入式子时没有加括号'],
  [
    'What you put in for a letter is multiplied as a whole: use brackets.',
    '代入的式子要作为一个整体相乘，要加括号。',
  ],
);

export const stopsAtFirstUnknown = misconception(
  'same-value-for-both-unknowns',
  ['Gives both unknowns the same value', '两个未知数取了同一个值'],
  [
    'One unknown is found. Put it into an equation to find the other one.',
    '求出一个未知数后，要代入方程再求另一个。',
  ],
);
