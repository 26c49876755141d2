/** What a report may say: each fact is a key and values out of the card, for every language to word. */
import type { LearnerName, ModelCard, Performance } from '../registry/card.ts';

type Split = ModelCard['split'];
type PreparedPart = NonNullable<ModelCard['preparation']>['parts'][number];
type FeatureKind = ModelCard['features'][number]['kind'];
type Nothing = Readonly<Record<string, never>>;

export type MeasureName = keyof Performance;

export interface FactValues {
  /** Whether a model was made here, taught by another, or came from elsewhere and was only calibrated. */
  readonly study: { readonly kind: 'developed' | 'distilled' | 'imported' };
  readonly outcome: { readonly outcome: string };
  readonly horizon: { readonly days: number };
  readonly target: { readonly column: string; readonly positive: string; readonly negative: string };
  readonly source: { readonly file: string; readonly rows: number; readonly sha256: string };
  readonly judgedBy: { readonly file: string; readonly sha256: string };
  readonly column: { readonly role: 'id' | 'group' | 'time' | 'weight'; readonly column: string };
  readonly cohort: { readonly rows: number; readonly events: number };
  readonly excluded: { readonly reason: string; readonly rows: number };
  readonly noneExcluded: Nothing;
  readonly predictors: { readonly count: number };
  readonly predictor: { readonly name: string; readonly kind: FeatureKind; readonly unit: string | null };
  readonly eventsPerPredictor: { readonly ratio: number };
  readonly number: {
    readonly name: string;
    readonly unit: string | null;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly missing: number;
  };
  readonly flag: { readonly name: string; readonly share: number; readonly missing: number };
  readonly declaredNumber: { readonly name: string; readonly low: number; readonly high: number };
  readonly category: {
    readonly name: string;
    readonly levels: readonly { readonly name: string; readonly share: number }[];
    readonly missing: number;
  };
  readonly declaredCategory: { readonly name: string; readonly levels: readonly string[] };
  readonly missing: { readonly name: string; readonly missing: number };
  readonly noneMissing: Nothing;
  readonly preparation: PreparedPart;
  readonly sameForAll: Nothing;
  readonly split: Split;
  readonly predictionsBy: { readonly by: 'outOfFold' | 'heldOut' | 'asItIs' };
  readonly part: { readonly learner: LearnerName; readonly weight: number };
  readonly candidate: {
    readonly learner: LearnerName;
    readonly parameters: Readonly<Record<string, number>>;
  };
  readonly why: { readonly why: ModelCard['why'] };
  readonly search: { readonly trials: number; readonly seconds: number | null };
  readonly searched: { readonly learner: LearnerName; readonly trials: number };
  readonly noSearch: Nothing;
  readonly importedFrom: { readonly file: string; readonly sha256: string; readonly producer: string };
  readonly hasSeenRows: { readonly hasSeenRows: boolean | null };
  readonly teacher: {
    readonly artifact: string;
    readonly learner: LearnerName;
    readonly learntRows: number;
  };
  readonly privacy: { readonly epsilon: number; readonly delta: number };
  readonly calibration: {
    readonly method: ModelCard['calibration']['method'];
    readonly intercept: number;
    readonly slope: number;
  };
  readonly measures: { readonly measures: readonly MeasureName[] };
  readonly calibrationGroups: { readonly groups: number };
  readonly decisionCurve: { readonly points: number };
  readonly thresholds: { readonly points: number };
  readonly subgroupsJudged: { readonly groups: readonly string[] };
  readonly measure: {
    readonly measure: MeasureName;
    readonly value: number;
    readonly interval: { readonly lower: number; readonly upper: number } | null;
  };
  readonly subgroup: Omit<ModelCard['subgroups'][number], 'smallCell'>;
  readonly probability: Nothing;
  readonly interval: { readonly replicates: number; readonly level: number };
  readonly noInterval: Nothing;
  readonly sets: { readonly level: number; readonly positive: number; readonly negative: number };
  readonly noThreshold: Nothing;
  readonly fitted: { readonly rows: number; readonly events: number };
  readonly judged: { readonly rows: number; readonly events: number };
  readonly file: { readonly name: string; readonly sha256: string };
  readonly software: { readonly name: string; readonly version: string };
  readonly limit: { readonly limit: string };
  readonly ranges: { readonly count: number };
  readonly abstains: Nothing;
}

/** `key` says what `values` are. */
export type Fact<Key extends keyof FactValues = keyof FactValues> = {
  readonly [One in Key]: { readonly key: One; readonly values: FactValues[One] };
}[Key];

export function fact<Key extends keyof FactValues>(
  key: Key,
  values: FactValues[Key],
): { readonly key: Key; readonly values: FactValues[Key] } {
  return { key, values };
}
