/** What a vertical hands to the trainer and what it gets back. */
import type { ModelCard, TrainingPoint } from '../registry/card.ts';
import type { LabelledMatrix } from '../table/matrix.ts';

/** The stages of a run in order; every run passes through all of them. */
export const trainingStages = ['prepare', 'crossValidate', 'choose', 'bootstrap', 'export'] as const;
export type TrainingStage = (typeof trainingStages)[number];

/** A sign of life: `fraction` is of the whole run, 0 to 1; `point` is set when an epoch ended. */
export interface TrainingProgress {
  readonly stage: TrainingStage;
  readonly fraction: number;
  readonly point?: TrainingPoint;
}

/** A named subgroup of the cohort: `members` lists row indices. */
export interface Subgroup {
  readonly group: string;
  readonly level: string;
  readonly members: Int32Array;
}

export interface TrainingRequest {
  readonly vertical: string;
  readonly outcome: string;
  readonly horizonDays: number;
  readonly data: LabelledMatrix;
  readonly sources: ModelCard['data']['sources'];
  readonly excluded: ModelCard['data']['excluded'];
  readonly subgroups: readonly Subgroup[];
  readonly limits: readonly string[];
  readonly seed: number;
  readonly onProgress: (progress: TrainingProgress) => void;
  /** Checked between steps; the run then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** `fold[i]` is the fold, from 1, in which row i was held out: its out-of-fold score is that fold model's score. */
export interface TrainingResult {
  /** Content hash of the artifact that was written. */
  readonly artifact: string;
  readonly card: ModelCard;
  readonly fold: Int8Array;
}
