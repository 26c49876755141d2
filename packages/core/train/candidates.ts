/** What competes: single learners and blends of them, the simpler ones first. */
import type { AttentionSettings } from '../learners/attention/settings.ts';
import { deepDefaults, logisticDefaults, treesDefaults } from '../learners/defaults.ts';
import type { LearnerSettings } from '../learners/learner.ts';
import type { ImportedSettings } from './imported-candidate.ts';
import type { PrivateSettings } from './private/settings.ts';

/** One part: the learner itself; several: the mean of their calibrated log-odds. */
export interface Candidate {
  readonly name: CandidateName;
  readonly parts: readonly PartSettings[];
  /** Its vertical cannot wait for it: it is compared, and cannot be chosen. */
  readonly tooSlow?: true;
}

type CandidateName =
  | PartSettings['name']
  | 'blend'
  | 'deepBlend'
  | 'treesDeepBlend'
  | 'attentionBlend'
  | 'attentionDeepBlend';

/** A learner that is fitted here, or a model that was trained elsewhere. */
export type PartSettings = FitSettings | ImportedSettings;

/** What is fitted here, and of how many rows. */
export type FitSettings = (LearnerSettings | AttentionPart) & {
  /** It learns from every row with the outcome and from at most so many others, which weigh as much more; all where nothing is said. */
  readonly mostOthers?: number;
};

/** Reads each row with those of its owner that came before it, `length` in all. */
export interface AttentionPart extends AttentionSettings {
  readonly name: 'attention';
  readonly length: number;
}

/** A served model is handed one row, and answers in the time that its vertical has: anything else is compared, and cannot be chosen. */
export function canServe({ parts, tooSlow }: Candidate): boolean {
  return tooSlow !== true && parts.every(({ name }) => name !== 'attention');
}

/** Tells the parts of a run apart: of imported models there may be several. */
export function partKey(part: PartSettings): string {
  return part.name === 'imported' ? `imported ${part.origin.artifact}` : part.name;
}

/** Each part once, in the order in which it first occurs. */
export function learnersOf(candidates: readonly Candidate[]): readonly PartSettings[] {
  const byKey = new Map(candidates.flatMap(({ parts }) => parts).map((part) => [partKey(part), part]));
  return [...byKey.values()];
}

/** What a person asks for; `auto` lets everything compete. */
export const learnerChoices = ['auto', 'logistic', 'trees', 'deep', 'blend'] as const;
export type LearnerChoice = (typeof learnerChoices)[number];

const logistic: Candidate = { name: 'logisticRegression', parts: [logisticDefaults] };
const trees: Candidate = { name: 'boostedTrees', parts: [treesDefaults] };
const deep: Candidate = { name: 'deepTabular', parts: [deepDefaults] };
const both: Candidate = { name: 'blend', parts: [logisticDefaults, treesDefaults] };
const all: Candidate = { name: 'deepBlend', parts: [logisticDefaults, treesDefaults, deepDefaults] };

/** On more rows the deep network would take `auto` hours; who wants it asks for it by name. */
const mostRowsForDeep = 50_000;

/**
 * @param rows of the table that is trained on, where their number may forbid a candidate
 * @returns the simpler candidates first
 */
export function candidatesFor(choice: LearnerChoice, rows = 0): readonly Candidate[] {
  switch (choice) {
    case 'auto':
      return rows <= mostRowsForDeep ? [logistic, trees, both, deep, all] : [logistic, trees, both];
    case 'logistic':
      return [logistic];
    case 'trees':
      return [trees];
    case 'deep':
      return [deep];
    case 'blend':
      return [both];
  }
}

/** What a person declares for a private training; the rest are settings that hold up on tables of some thousand rows. */
export interface PrivateChoice {
  readonly epsilon: number;
  readonly delta: number;
  readonly bounds: PrivateSettings['bounds'];
}

export function privateCandidate({ epsilon, delta, bounds }: PrivateChoice): Candidate {
  const settings: PrivateSettings = {
    name: 'privateLogistic',
    budget: { epsilon },
    delta,
    clip: 2,
    samplingRate: 0.1,
    steps: 1000,
    learningRate: 2,
    penalty: 1,
    bounds,
    randomness: 'secret',
  };
  return { name: settings.name, parts: [settings] };
}
