/** Misconceptions about limits and derivatives. */
import type { Misconception } from './misconception.ts';

export const keepsExponent: Misconception = {
  id: 'keeps-exponent',
  name: { en: 'Does not lower the exponent', zh: '指数没有减 1' },
  explanation: {
    en: 'The exponent comes down as a factor, and the power that stays is lower by one.',
    zh: '求导时指数移到前面作系数，同时指数减 1。',
  },
};

export const forgetsFactor: Misconception = {
  id: 'forgets-exponent-factor',
  name: { en: 'Lowers the exponent but does not multiply by it', zh: '没有乘以原来的指数' },
  explanation: {
    en: 'Before the exponent is lowered it becomes a factor.',
    zh: '指数减 1 之前，要先把原来的指数乘到前面。',
  },
};

export const keepsConstant: Misconception = {
  id: 'keeps-constant',
  name: { en: 'Keeps the constant', zh: '常数项没有变成 0' },
  explanation: {
    en: 'A constant does not change, so its derivative is zero.',
    zh: '常数不变化，它的导数是 0。',
  },
};

export const zeroOverZeroIsZero: Misconception = {
  id: 'zero-over-zero-is-zero',
  name: { en: 'Takes 0/0 for 0', zh: '把 0/0 当作 0' },
  explanation: {
    en: '0/0 says nothing yet: the expression must be put another way before the number goes in.',
    zh: '0/0 还不能说明结果：要先把式子变形，再代入。',
  },
};

export const zeroOverZeroIsOne: Misconception = {
  id: 'zero-over-zero-is-one',
  name: { en: 'Takes 0/0 for 1', zh: '把 0/0 当作 1' },
  explanation: {
    en: 'Only equal numbers other than zero have the quotient 1. Cancel first, then put the number in.',
    zh: '只有不为零的相同数相除才得 1。先约分，再代入。',
  },
};

export const dropsDenominator: Misconception = {
  id: 'drops-denominator-of-limit',
  name: { en: 'Puts the number into the numerator only', zh: '只代入了分子' },
  explanation: {
    en: 'The number goes in wherever the variable stands, below the line too.',
    zh: '凡是有自变量的地方都要代入，分母也不例外。',
  },
};

export const limitOfLeadingTerms: Misconception = {
  id: 'limit-by-leading-terms',
  name: { en: 'Compares the leading coefficients', zh: '只看最高次项的系数之比' },
  explanation: {
    en: 'The leading coefficients decide only where the variable grows without bound. Here it approaches a number.',
    zh: '只有自变量趋于无穷时才比较最高次项的系数；这里自变量趋于一个数。',
  },
};

export const derivativeForLimit: Misconception = {
  id: 'derivative-for-limit',
  name: { en: 'Finds the slope instead of the limit', zh: '把求极限当成求导' },
  explanation: {
    en: 'The limit is what the values approach, not how fast they change. Put the number into the expression itself.',
    zh: '极限是函数值趋近的数，不是变化率。应把数代入式子本身。',
  },
};

export const constantOnly: Misconception = {
  id: 'limit-is-constant-term',
  name: { en: 'Lets the variable go to zero', zh: '误以为自变量趋于 0' },
  explanation: {
    en: 'The variable approaches the number below the sign of the limit, which need not be zero.',
    zh: '自变量趋于极限号下面写的那个数，不一定是 0。',
  },
};

export const productOfDerivatives: Misconception = {
  id: 'product-of-derivatives',
  name: { en: 'Multiplies the derivatives of the factors', zh: '把两个因式的导数直接相乘' },
  explanation: {
    en: 'A product has two terms in its derivative: each factor is differentiated once while the other one stays.',
    zh: '积的导数有两项：每次只对一个因式求导，另一个因式保持不变，再相加。',
  },
};

export const halfOfProductRule: Misconception = {
  id: 'half-of-product-rule',
  name: { en: 'Differentiates one factor only', zh: '只对其中一个因式求导' },
  explanation: {
    en: 'Both factors change, so there is a second term in which the other factor is differentiated.',
    zh: '两个因式都在变化，还要加上对另一个因式求导的那一项。',
  },
};

export const quotientOfDerivatives: Misconception = {
  id: 'quotient-of-derivatives',
  name: { en: 'Divides the derivatives', zh: '把分子、分母的导数直接相除' },
  explanation: {
    en: 'A quotient is not differentiated part by part: the quotient rule takes both parts and both derivatives.',
    zh: '商的导数不等于导数的商，要用商的求导法则。',
  },
};

export const quotientRuleTurned: Misconception = {
  id: 'quotient-rule-turned-around',
  name: { en: 'Subtracts the wrong way round', zh: '分子中两项的顺序弄反' },
  explanation: {
    en: 'The term in which the numerator is differentiated comes first; the other one is subtracted from it.',
    zh: '分子先写“分子的导数乘分母”，再减去“分子乘分母的导数”。',
  },
};

export const denominatorNotSquared: Misconception = {
  id: 'denominator-not-squared',
  name: { en: 'Does not square the denominator', zh: '分母没有平方' },
  explanation: {
    en: 'In the quotient rule the square of the denominator stands below the line.',
    zh: '商的求导法则中，分母要平方。',
  },
};

export const forgetsInner: Misconception = {
  id: 'forgets-inner-derivative',
  name: { en: 'Forgets the derivative of the inner function', zh: '没有乘内层函数的导数' },
  explanation: {
    en: 'The chain rule has two factors: the outer derivative and the derivative of what is inside.',
    zh: '链式法则要把外层函数的导数与内层函数的导数相乘。',
  },
};

export const innerDerivativeInside: Misconception = {
  id: 'inner-derivative-inside',
  name: { en: 'Puts the inner derivative in place of the inner function', zh: '用内层的导数替换了内层函数' },
  explanation: {
    en: 'What is inside stays as it is in the outer derivative; its own derivative is a factor beside it.',
    zh: '对外层求导时内层函数保持不变，内层的导数作为因式乘在旁边。',
  },
};

export const dropsRoot: Misconception = {
  id: 'drops-root-of-limit',
  name: { en: 'Forgets to take the root', zh: '代入后忘记开方' },
  explanation: {
    en: 'What is under the root is only half of the way: its root is still to be taken.',
    zh: '算出根号下的数以后，还要开平方。',
  },
};
