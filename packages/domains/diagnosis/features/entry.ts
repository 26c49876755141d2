/** A person's features as someone enters them by hand: within which bounds, and what follows from what was entered. */
import { z } from 'zod';
import { type DiagnosisFeature, type DiagnosisFeatures, type FeatureName, features } from './definitions.ts';

/** Bounds and step in the feature's unit. */
export interface EntryRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** The number of measurements that stands beside each value that can be entered. */
export const countOf = {
  hdlMgDl: 'hdlCount',
  sbpMmHg: 'sbpCount',
  smoker: 'smokeCount',
  fib4: 'fib4Count',
} as const satisfies Partial<Record<FeatureName, FeatureName>>;

/** Bounds of what a what-if may not change, yet a new person has: adults; FIB-4 as the source recorded it. */
const ownRanges: Readonly<Partial<Record<FeatureName, EntryRange>>> = {
  ageYears: { minimum: 18, maximum: 110, step: 1 },
  bmi: { minimum: 8, maximum: 90, step: 0.1 },
  fib4: { minimum: 2.67, maximum: 60, step: 0.01 },
};
const counts: EntryRange = { minimum: 0, maximum: 1000, step: 1 };
const yesOrNo: EntryRange = { minimum: 0, maximum: 1, step: 1 };

/** The bounds within which a feature is entered. */
export function entryRange({ name, kind, changeable }: DiagnosisFeature): EntryRange {
  if (kind === 'count') return counts;
  return changeable ?? ownRanges[name] ?? yesOrNo;
}

/** Must be known of everyone, as in the cohort. */
const required: ReadonlySet<FeatureName> = new Set<FeatureName>(['ageYears', 'male']);

/** What was entered by hand, by feature; null or left out is not known. */
export type Entered = Readonly<Partial<Record<FeatureName, number | null>>>;

export type EntryProblem =
  | { readonly code: 'required'; readonly feature: FeatureName }
  | ({ readonly code: 'outOfRange'; readonly feature: FeatureName } & Pick<
      EntryRange,
      'minimum' | 'maximum'
    >);

export type EntryResult =
  | { readonly ok: true; readonly value: DiagnosisFeatures }
  | { readonly ok: false; readonly problems: readonly EntryProblem[] };

/** One value in its bounds; whole where it counts or answers yes (1) or no (0). */
function shapeOf(feature: DiagnosisFeature) {
  const { minimum, maximum } = entryRange(feature);
  const within = z.number().min(minimum).max(maximum);
  const whole = feature.kind === 'number' ? within : within.int();
  return required.has(feature.name) ? whole : whole.nullable();
}

/**
 * The features of one person from what was entered. Without an entry a diagnosis is not known (0), as in the cohort; a
 * value that was entered without a count was measured once; the body mass index follows from weight and height where it is
 * not entered itself.
 *
 * @param known values that are the person's own on record: they are taken as they are
 */
export function enteredFeatures(entered: Entered, known: Entered = {}): EntryResult {
  const problems: EntryProblem[] = [];
  const value = { ...nothingKnown };
  for (const feature of features) {
    const { name } = feature;
    const given = entered[name] ?? null;
    const read = shapeOf(feature).safeParse(given);
    if (read.success || (given !== null && given === known[name])) value[name] = given;
    else if (given === null) problems.push({ code: 'required', feature: name });
    else {
      const { minimum, maximum } = entryRange(feature);
      problems.push({ code: 'outOfRange', feature: name, minimum, maximum });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  for (const { name } of features) if (name.startsWith('prior')) value[name] ??= 0;
  for (const [name, count] of valuesAndCounts) {
    value[count] = value[name] === null ? 0 : Math.max(1, value[count] ?? 1);
  }
  value.bmi ??= bodyMassIndex(value.weightKg, value.heightCm);
  return { ok: true, value };
}

const valuesAndCounts = [
  ['hdlMgDl', countOf.hdlMgDl],
  ['sbpMmHg', countOf.sbpMmHg],
  ['smoker', countOf.smoker],
  ['fib4', countOf.fib4],
] as const;

/** kg/m²; null where weight or height is not known. */
export function bodyMassIndex(weightKg: number | null, heightCm: number | null): number | null {
  return weightKg === null || heightCm === null ? null : weightKg / (heightCm / 100) ** 2;
}

const nothingKnown: Record<FeatureName, number | null> = {
  ageYears: null,
  male: null,
  weightKg: null,
  heightCm: null,
  bmi: null,
  hdlMgDl: null,
  hdlCount: null,
  sbpMmHg: null,
  sbpCount: null,
  smoker: null,
  smokeCount: null,
  fib4: null,
  fib4Count: null,
  priorNafld: null,
  priorHypertension: null,
  priorDiabetes: null,
  priorDyslipidemia: null,
  priorMyocardialInfarction: null,
  priorAngina: null,
  priorHeartFailure: null,
  priorStroke: null,
  priorAtrialFibrillation: null,
  priorCardiacArrest: null,
};
