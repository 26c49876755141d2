/** Verdicts in the learner's language. */
import { latex } from '../data/mathematics/latex.ts';
import type { Misconception } from '../data/misconceptions/misconception.ts';
import type { Language } from '../data/sentence.ts';
import type { Verdict } from './checking/check-answer.ts';
import type { CheckedLine } from './checking/check-steps.ts';
import type { LineView, VerdictView } from './practice-contract.ts';

export function verdictView(verdict: Verdict, language: Language): VerdictView {
  if (verdict.verdict === 'undefined') return { ...verdict, part: `$${latex(verdict.part)}$` };
  if (verdict.verdict !== 'wrong') return verdict;
  return { verdict: 'wrong', explanation: explained(verdict.misconception, language) };
}

export function lineView(line: CheckedLine, language: Language): LineView {
  if (line.verdict !== 'wrong') return line;
  return { verdict: 'wrong', explanation: explained(line.misconception, language) };
}

const explained = (misconception: Misconception | null, language: Language) =>
  misconception?.explanation[language] ?? null;
