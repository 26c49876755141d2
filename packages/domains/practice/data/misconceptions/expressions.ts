/** Misconceptions about expressions with letters. */
import type { Misconception } from './misconception.ts';

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
