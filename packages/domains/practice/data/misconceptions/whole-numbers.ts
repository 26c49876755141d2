/** Misconceptions about whole numbers. */
import { misconception } from './misconception.ts';

export const forgetsCarry = misconception(
  'forgets-carry',
  ['Forgets to carry', '忘记进位'],
  [
    'When the digits of a place add up to ten or more, one goes over to the next place.',
    '某一位上的数相加满十时，要向前一位进一。',
  ],
);

export const smallerFromLarger = misconception(
  'smaller-digit-from-larger',
  ['Takes the smaller digit from the larger in every place', '每一位都用大数减小数'],
  [
    'The digits of the second number are taken from those of the first. Where there are too few, take ten from the next place.',
    '应该用被减数的每一位减去减数的这一位，不够减时要向前一位借一当十。',
  ],
);

export const addsInstead = misconception(
  'adds-instead',
  ['Adds instead', '看成了加法'],
  ['Look again at the sign between the two numbers.', '再看一看两个数之间的运算符号。'],
);

export const subtractsInstead = misconception(
  'subtracts-instead',
  ['Subtracts instead', '看成了减法'],
  ['Look again at the sign between the two numbers.', '再看一看两个数之间的运算符号。'],
);

export const losesPlace = misconception(
  'loses-place-value',
  ['Loses the zero of the tens', '十位上的数当作个位来乘'],
  [
    'A digit in the tens place stands for tens, so what it gives is ten times as large.',
    '十位上的数字表示几个十，所以乘出来的积也是几个十。',
  ],
);

export const losesZeroInQuotient = misconception(
  'loses-zero-in-quotient',
  ['Leaves out a zero in the quotient, or adds one', '商中间或末尾的 0 漏写或多写'],
  [
    'Every place of the number that is divided gives a digit of the quotient, and this digit may be zero.',
    '被除数的每一位都要商一个数，不够商一时要商 0。',
  ],
);

export const offByOneRow = misconception(
  'off-by-one-row',
  ['Is one row off in the times table', '乘法口诀错了一行'],
  ['Check by multiplying your result with the divisor.', '用得数乘除数检验一下。'],
);

export const leftToRight = misconception(
  'left-to-right',
  ['Works from left to right', '从左到右依次计算'],
  [
    'Multiplication and division come before addition and subtraction, wherever they stand.',
    '先算乘除，再算加减，不能只按从左到右的顺序算。',
  ],
);

export const ignoresBrackets = misconception(
  'ignores-brackets',
  ['Does not work out the brackets first', '没有先算括号里的'],
  ['Work out what is in the brackets first.', '有括号时，要先算括号里面的。'],
);

export const commonMultipleForFactor = misconception(
  'multiple-for-factor',
  ['Takes factors for multiples', '把公因数与公倍数弄混'],
  [
    'A common factor divides both numbers and is not larger than either; a common multiple is divided by both.',
    '公因数能整除这两个数，不会比它们大；公倍数能被这两个数整除。',
  ],
);

export const notTheGreatest = misconception(
  'not-the-greatest-factor',
  ['Stops at a smaller common factor', '找到的公因数不是最大的'],
  [
    'It divides both numbers, but after dividing they still share a factor.',
    '它是公因数，但除过以后两个数还有公因数。',
  ],
);

export const productForMultiple = misconception(
  'product-for-least-multiple',
  ['Takes the product for the least common multiple', '直接把两数的积当作最小公倍数'],
  [
    'The product is a common multiple, but not the least one if the numbers share a factor.',
    '积是公倍数，但两个数有公因数时，它不是最小的。',
  ],
);
