/** Misconceptions about exponential equations and logarithms. */
import { misconception } from './misconception.ts';

export const dividesByBase = misconception(
  'divides-by-base',
  ['Divides by the base instead of finding the exponent', '用底数去除，而不是求指数'],
  [
    'The exponent says how many times the base is a factor, not how many times the base goes into the number.',
    '指数表示有几个底数相乘，而不是用这个数除以底数。',
  ],
);

export const powerForExponent = misconception(
  'gives-power-for-exponent',
  ['Gives the power instead of the exponent', '只求出了幂的值，没有求指数'],
  [
    'This is the value of the whole power. The unknown is its exponent: how many times is the base a factor?',
    '这只是整个幂的值，未知数是指数：要看有几个底数相乘。',
  ],
);

export const wrongWayRound = misconception(
  'exponent-fraction-upside-down',
  ['Divides the exponents the wrong way round', '两个指数相除时顺序弄反'],
  [
    'Equal powers of one base have equal exponents. Write that equation down, then divide by what stands with the variable.',
    '同底数的幂相等，则指数相等。先写出这个方程，再除以未知数的系数。',
  ],
);

export const basesIgnored = misconception(
  'equates-exponents-of-different-bases',
  ['Compares exponents of different bases', '底数不同就令指数相等'],
  [
    'Exponents may be compared only where the bases are the same: write both sides as powers of one base first.',
    '只有底数相同才能比较指数：要先把两边化成同底数的幂。',
  ],
);

export const baseForExponent = misconception(
  'logarithm-as-product-with-base',
  ['Multiplies by the base', '把对数当成乘以底数'],
  [
    'A logarithm is an exponent: it says to which power the base must be raised to give the number.',
    '对数是指数：它表示底数的多少次幂等于真数。',
  ],
);

export const logarithmOfSum = misconception(
  'logarithm-of-sum',
  ['Adds or subtracts the numbers under the logarithms', '把真数相加或相减'],
  [
    'Logarithms that are added belong to a product, logarithms that are subtracted to a quotient.',
    '同底对数相加，真数相乘；同底对数相减，真数相除。',
  ],
);

export const quotientOfLogarithms = misconception(
  'quotient-for-difference-of-logarithms',
  ['Divides the logarithms', '把对数的差当成对数的商'],
  [
    'The difference of two logarithms is the logarithm of the quotient, not the quotient of the logarithms.',
    '两个对数的差等于商的对数，不等于对数的商。',
  ],
);

export const answersArgument = misconception(
  'gives-argument-for-logarithm',
  ['Stops at the number under the logarithm', '只求出了真数，没有求对数'],
  [
    'That is the number whose logarithm is asked for. To which power must the base be raised to give it?',
    '这只是真数，还要求出底数的多少次幂等于它。',
  ],
);

export const exponentTimesBase = misconception(
  'base-times-logarithm',
  ['Multiplies the base by the logarithm', '用底数乘对数值'],
  [
    'The number under the logarithm is a power: the base is raised to the value of the logarithm.',
    '真数是幂：等于底数的“对数值”次方，而不是底数乘对数值。',
  ],
);

export const dropsLogarithm = misconception(
  'drops-logarithm',
  ['Leaves the logarithm out', '直接去掉了对数符号'],
  [
    'The logarithm cannot be left out on one side: turn the equation into one with a power.',
    '不能只去掉一边的对数符号：要先把对数式化成指数式。',
  ],
);

export const stopsAtExponent = misconception(
  'stops-at-exponent',
  ['Takes the whole exponent for the unknown', '把整个指数当成了未知数'],
  [
    'That is the value of the whole exponent. The unknown is only a part of it: one equation is left to solve.',
    '这是整个指数的值，未知数只是其中一部分，还要再解一个方程。',
  ],
);
