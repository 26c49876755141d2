/** What the models are told about a person. One list for training, scoring, the what-if panel and the words. */
import type { NumericFeature } from '@praxis/core';
import { type DiagnosisCode, diagnosisCodes, type ObservationTest, type Outcome } from '../data/records.ts';

/** What may be set by hand: bounds and step in the feature's unit. */
interface ChangeableRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** What a feature is about: the value and the number of measurements of one test share their concept. */
type Concept = 'age' | 'sex' | 'body' | ObservationTest | DiagnosisCode;

export interface DiagnosisFeature extends NumericFeature {
  readonly name: FeatureName;
  readonly concept: Concept;
  /** Null where asking "what if it were otherwise?" makes no sense (age, sex, history). */
  readonly changeable: ChangeableRange | null;
}

type PriorFeature<Code extends DiagnosisCode> = `prior${Capitalize<Code>}`;
export type FeatureName =
  | 'ageYears'
  | 'male'
  | 'weightKg'
  | 'heightCm'
  | 'bmi'
  | 'hdlMgDl'
  | 'hdlCount'
  | 'sbpMmHg'
  | 'sbpCount'
  | 'smoker'
  | 'smokeCount'
  | 'fib4'
  | 'fib4Count'
  | PriorFeature<DiagnosisCode>;

/** What an outcome's model takes of a person, by feature; null is missing. */
export type DiagnosisInputs = Readonly<Record<string, number | null>>;

/** A person's features by name; null is missing. */
export type DiagnosisFeatures = Readonly<Record<FeatureName, number | null>>;

/** Name of the flag "this diagnosis stood at or before day 0". */
function priorFeature<Code extends DiagnosisCode>(code: Code): PriorFeature<Code>;
function priorFeature(code: DiagnosisCode): string {
  return `prior${code.charAt(0).toUpperCase()}${code.slice(1)}`;
}

function number(
  name: FeatureName,
  concept: Concept,
  unit: string | null,
  changeable: ChangeableRange | null = null,
): DiagnosisFeature {
  return { name, kind: 'number', unit, concept, changeable };
}

function count(name: FeatureName, concept: Concept): DiagnosisFeature {
  return { name, kind: 'count', unit: null, concept, changeable: null };
}

function flag(
  name: FeatureName,
  concept: Concept,
  changeable: ChangeableRange | null = null,
): DiagnosisFeature {
  return { name, kind: 'flag', unit: null, concept, changeable };
}

/**
 * Every feature in the order of the model's columns. The bounds are those within which a value can be entered for a
 * living adult; bmi follows from weight and height. fib4 cannot be set: the source recorded it only above 2.67, so
 * nobody knows what the models would make of a lower value.
 */
export const features: readonly DiagnosisFeature[] = [
  number('ageYears', 'age', 'years'),
  flag('male', 'sex'),
  number('weightKg', 'body', 'kg', { minimum: 30, maximum: 250, step: 0.5 }),
  number('heightCm', 'body', 'cm', { minimum: 120, maximum: 220, step: 1 }),
  number('bmi', 'body', 'kg/m²'),
  number('hdlMgDl', 'hdl', 'mg/dL', { minimum: 10, maximum: 150, step: 1 }),
  count('hdlCount', 'hdl'),
  number('sbpMmHg', 'sbp', 'mmHg', { minimum: 70, maximum: 250, step: 1 }),
  count('sbpCount', 'sbp'),
  flag('smoker', 'smoke', { minimum: 0, maximum: 1, step: 1 }),
  count('smokeCount', 'smoke'),
  number('fib4', 'fib4', null),
  count('fib4Count', 'fib4'),
  ...diagnosisCodes.map((code) => flag(priorFeature(code), code)),
];

/** The diagnoses that make an outcome happen; the earliest one counts. */
export const outcomeCodes: Readonly<Record<Outcome, readonly DiagnosisCode[]>> = {
  diabetes: ['diabetes'],
  hypertension: ['hypertension'],
  cardiovascular: ['myocardialInfarction', 'stroke', 'heartFailure', 'angina', 'cardiacArrest'],
};

/** The features of one outcome's model: all but the outcome's own earlier diagnoses, which nobody in its cohort has. */
export function featuresFor(outcome: Outcome): readonly DiagnosisFeature[] {
  const own = new Set<string>(outcomeCodes[outcome].map((code) => priorFeature(code)));
  return features.filter((feature) => !own.has(feature.name));
}
