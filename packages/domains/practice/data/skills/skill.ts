/** A skill: something that a learner can do or cannot do yet. */
import type { Text } from '../sentence.ts';

export const fields = [
  ...(['whole-numbers', 'fractions', 'decimals', 'percent', 'ratio', 'integers', 'powers'] as const),
  ...(['expressions', 'linear-equations', 'inequalities', 'systems', 'proportion', 'geometry'] as const),
  ...(['polynomials', 'factoring', 'quadratics', 'rational-expressions', 'functions'] as const),
  ...(['exponentials', 'sequences', 'probability', 'statistics', 'limits', 'derivatives'] as const),
] as const;

export type Field = (typeof fields)[number];

export interface Skill<Id extends string = string> {
  readonly id: Id;
  readonly field: Field;
  readonly name: Text;
  /** What must be known before; a test keeps them without circles and each of them known. */
  readonly prerequisites: readonly string[];
}

/** @param prerequisites ids of the skills that must be known before */
export function skill<const Id extends string>(
  field: Field,
  id: Id,
  en: string,
  zh: string,
  ...prerequisites: string[]
): Skill<Id> {
  return { id, field, name: { en, zh }, prerequisites };
}
