/** What every learner takes and gives back, so that the trainer never asks which one it has. */
import type { PreparedColumn } from '../prepare/preparation.ts';
import type { LearnerName } from '../registry/card.ts';
import type { tf } from '../tensor/index.ts';

/** Prepared training rows: `z` is row-major, shape [rows, columns.length]. */
export interface PreparedRows {
  readonly z: Float32Array;
  readonly rows: number;
  readonly columns: readonly PreparedColumn[];
  /** 0 or 1, shape [rows]. */
  readonly labels: Uint8Array;
}

/** `share` is how much of the fit is done at least, 0 to 1. */
export interface FitEpoch {
  readonly epoch: number;
  readonly trainLoss: number;
  readonly validationLoss: number | null;
  readonly share: number;
}

export interface FitOptions {
  readonly seed: number;
  readonly onEpoch: (epoch: FitEpoch) => void;
  /** Checked between steps, none of which is left running; the fit then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

export interface Learner {
  readonly name: LearnerName;
  /** For the model card. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Fits the model and its bootstrap refits; the same rows and seed give the same numbers. */
  fit(data: PreparedRows, options: FitOptions): Promise<FittedLearner>;
}

/** Functions of prepared columns z, shape [batch, columns], that can be traced into the exported graph. */
export interface FittedLearner {
  readonly replicates: number;
  /** Uncalibrated log-odds and their standard deviation over the bootstrap refits, both [batch, 1]. */
  predict(z: tf.Tensor2D): { readonly logOdds: tf.Tensor2D; readonly deviation: tf.Tensor2D };
  /** By which each column moves the log-odds away from those of the average record (z = 0), [batch, columns]. */
  contributions(z: tf.Tensor2D): tf.Tensor2D;
}
