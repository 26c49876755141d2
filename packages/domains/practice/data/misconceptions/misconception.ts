/** A known misconception: a way of thinking that leads to a wrong answer, and what helps against it. */
import type { Text } from '../sentence.ts';

export interface Misconception {
  readonly id: string;
  readonly name: Text;
  /** Said to the learner who has it: what is not so, and why. Never the answer. */
  readonly explanation: Text;
}

/** @param name in English and Chinese; @param explanation in both as well */
export function misconception(
  id: string,
  [nameEn, nameZh]: readonly [string, string],
  [en, zh]: readonly [string, string],
): Misconception {
  return { id, name: { en: nameEn, zh: nameZh }, explanation: { en, zh } };
}
