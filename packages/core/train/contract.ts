/** What a vertical or the command line hands to the trainer and what it gets back. */
import type { CalibrationChoice } from '../calibrate/fit-calibration.ts';
import type { ModelCard, TrainingPoint } from '../registry/card.ts';
import type { LabelledMatrix } from '../table/matrix.ts';
import type { Candidate } from './candidates.ts';
import type { SearchBudget } from './search/budget.ts';
import type { ChoiceFigure } from './select.ts';

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

export interface TrainingData extends LabelledMatrix {
  /** How much each row counts, shape [rows]; null: all alike. */
  readonly weights: Float32Array | null;
  /** Rows of one group, such as one person, are never on both sides of a split; shape [rows]. */
  readonly groups: Int32Array | null;
  /** Rows are held out only by models of earlier rows; in ms, shape [rows]. */
  readonly times: Float64Array | null;
  /** Whose each row is, such as a card's: what attention reads a row's past by; shape [rows], needed for it alone. Rows lie in time's order. */
  readonly owners?: Int32Array;
  /** How long after its time the label of a row becomes known. */
  readonly labelDelayMs: number;
}

export interface TrainingRequest {
  readonly vertical: string;
  readonly outcome: string;
  /** null where the outcome has no horizon. */
  readonly horizonDays: number | null;
  readonly data: TrainingData;
  readonly sources: ModelCard['data']['sources'];
  readonly excluded: ModelCard['data']['excluded'];
  /** Where the rows are those of one file: what its other columns are. */
  readonly table?: ModelCard['table'];
  readonly subgroups: readonly Subgroup[];
  readonly limits: readonly string[];
  /** What competes, the simpler first. */
  readonly candidates: readonly Candidate[];
  /** The figure by which one is chosen, `auroc` where nothing is said. */
  readonly chosenBy?: ChoiceFigure;
  /** How log-odds become probabilities; `platt` where nothing is said. Of a private model they stay as they are. */
  readonly calibration?: CalibrationChoice;
  /** Settings that each fit finds from those of the candidates, on its own training rows; null: they are taken as they are. */
  readonly search: SearchBudget | null;
  readonly folds: number;
  /** How often the folds are dealt anew; figures are means over them. */
  readonly repeats: number;
  /**
   * true: each fold's candidate is chosen and calibrated by a cross-validation of its own training rows, so that the figures
   * are those of the whole procedure. false: by the rows of the other folds, which takes a fifth of the time; the figures are
   * those of the candidate that serves.
   */
  readonly nested: boolean;
  /** Keeps the models that have not seen a fold, so that rows of the table can be scored by one that does not know them. */
  readonly foldModels: boolean;
  /**
   * true: keeps where some rows lie in their two leading components, but of a private model. They are points of single rows:
   * not for artifacts that leave the house. false where nothing is said.
   */
  readonly projection?: boolean;
  /** Figures of the vertical's own for the card; none where nothing is said. */
  readonly ownFigures?: (heldOut: HeldOut) => NonNullable<ModelCard['ownFigures']>;
  readonly seed: number;
  /** Folder that keeps finished fits until the run is through, so that a killed one goes on; null: none. */
  readonly runs: string | null;
  /** Fits side by side; the numbers are the same for any. */
  readonly parallel: number;
  readonly onProgress: (progress: TrainingProgress) => void;
  /** Checked between steps; the run then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** `fold[i]` is the fold, from 1, in which row i was held out (0: in none): its out-of-fold score is that fold model's score. */
export interface TrainingResult {
  /** Content hash of the artifact that was written. */
  readonly artifact: string;
  readonly card: ModelCard;
  readonly fold: Int8Array;
  /** What the card's figures were counted from. */
  readonly heldOut: HeldOut;
}

/** Rows that a fold held out, in rising order, with the calibrated probability that a model gave which had not seen them. */
export interface HeldOut {
  readonly rows: Int32Array;
  /** Shape [rows.length]. */
  readonly probabilities: Float64Array;
}
