/** What most exercises ask, in both languages. */
import type { Expression } from '../mathematics/expression.ts';
import { type Sentence, say } from '../sentence.ts';

export const calculate = (what: Expression): Sentence => say('Calculate {0}.', '计算：{0}。', what);

export const calculateInLowestTerms = (what: Expression): Sentence =>
  say('Calculate {0}. Give a fraction in lowest terms.', '计算 {0}，结果化为最简分数。', what);

export const simplify = (what: Expression): Sentence => say('Simplify {0}.', '化简：{0}。', what);

export const expand = (what: Expression): Sentence =>
  say('Multiply out and collect: {0}.', '去括号并合并同类项：{0}。', what);

export const factor = (what: Expression): Sentence => say('Factor {0}.', '分解因式：{0}。', what);

export const solve = (equation: Expression): Sentence =>
  say('Solve the equation {0}.', '解方程：{0}。', equation);

export const solveInequality = (relation: Expression): Sentence =>
  say('Solve the inequality {0}.', '解不等式：{0}。', relation);

export const solveSystem = (first: Expression, second: Expression): Sentence =>
  say('Solve the system {0} and {1}.', '解方程组：{0}，{1}。', first, second);

export const differentiate = (what: Expression, variable: string): Sentence =>
  say('Differentiate {0} with respect to {1}.', '求 {0} 对 {1} 的导数。', what, variable);

export const findLimit = (what: Expression): Sentence => say('Find the limit {0}.', '求极限：{0}。', what);
