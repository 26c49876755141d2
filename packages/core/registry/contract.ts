/** A trained model as the rest of the house sees it. */
import type { Calibration } from '../calibrate/calibration.ts';
import type { Abstention } from '../familiarity/abstention.ts';
import type { Familiarity, MeasureFamiliarity } from '../familiarity/familiarity.ts';
import type { FeatureMatrix, FeatureRow } from '../table/matrix.ts';
import type { ModelCard } from './card.ts';
import type { MatrixScores } from './score-matrix.ts';

/**
 * One scored record. `logOdds` is uncalibrated and equals
 * `baselineLogOdds + Σ contributions + residual`; `probability`, `lower` and `upper` are calibrated.
 */
export interface Score {
  readonly probability: number;
  readonly lower: number;
  readonly upper: number;
  readonly logOdds: number;
  readonly baselineLogOdds: number;
  /** Of the model that scored. */
  readonly calibration: Calibration;
  /** By feature name, in log-odds. */
  readonly contributions: Readonly<Record<string, number>>;
  /** What an inexact explanation leaves over; 0 up to rounding for logistic regression. */
  readonly residual: number;
  /** How far it lies from the training rows; null where the model does not tell. */
  readonly familiarity: Familiarity | null;
  /** Why the probability should not be used; null where the model answers. */
  readonly abstains: Abstention | null;
}

export interface LoadedModel {
  readonly hash: string;
  readonly card: ModelCard;
  /**
   * Scores rows with the final model (null), or with the model that was trained without a fold (1 to `card.split.folds`).
   * Rows must have every feature of the card and no other; null is missing.
   *
   * @param signal is looked at between batches of rows
   * @throws ScoringError; the signal's reason
   */
  score(rows: readonly FeatureRow[], fold: number | null, signal?: AbortSignal): Promise<Score[]>;
}

/** A model that computes in this thread and holds native memory until it is released. */
export interface OpenModel extends LoadedModel {
  /**
   * Scores a whole matrix of the card's features with the final model; `contributions` only where `explain` asks for them.
   *
   * @throws the signal's reason
   */
  scoreMatrix(
    matrix: FeatureMatrix,
    options: { readonly explain: boolean; readonly signal?: AbortSignal | undefined },
  ): Promise<MatrixScores>;
  /** How far a raw row lies from the training rows; null where the artifact does not tell. */
  readonly familiarity: MeasureFamiliarity | null;
  /** Size of its files, which its sessions hold. */
  readonly bytes: number;
  /** Frees its sessions; not while a score is under way. The model scores no more. */
  release(): Promise<void>;
}
