/**
 * What every learner takes and gives back. A fitted learner is plain data: it travels between threads, lies in a
 * checkpoint, and is written into the exported graph by a function of its own file.
 */
import type { FeatureMatrix } from '../table/matrix.ts';
import type { tf } from '../tensor/index.ts';

/** Raw training rows: everything that is measured on them (scales, levels, bins) is measured by the learner, on these rows alone. */
export interface TrainingRows extends FeatureMatrix {
  /** 0 or 1, shape [rows]. */
  readonly labels: Uint8Array;
  /** How much each row counts, shape [rows]; null: all alike. */
  readonly weights: Float32Array | null;
}

/** `share` is how much of the fit is done at least, 0 to 1. */
export interface FitEpoch {
  readonly epoch: number;
  readonly trainLoss: number;
  readonly validationLoss: number | null;
  /** Of the same rows, null where there are none or all are of one class. */
  readonly validationAuroc: number | null;
  readonly share: number;
}

/** Keeps what a long fit needs to go on after its process was killed; states are structured-clonable. */
export interface Checkpoint {
  /** The last state that was saved whole, undefined where there is none. */
  load(): Promise<unknown>;
  save(state: unknown): Promise<void>;
}

/** An AbortSignal, or what stands for one in a thread that hears no message while it computes. */
export type StopSignal = Pick<AbortSignal, 'aborted' | 'throwIfAborted'>;

export interface FitOptions {
  readonly seed: number;
  /** Threads this fit may use; the numbers are the same for any. */
  readonly threads: number;
  readonly onEpoch: (epoch: FitEpoch) => void;
  /** Checked between steps, none of which is left running; the fit then rejects with the signal's reason. */
  readonly signal: StopSignal;
  /** null: a fit that is killed starts again. A fit that goes on from a state ends with the same numbers, bit for bit. */
  readonly checkpoint: Checkpoint | null;
}

/** A fitted learner inside a graph, from raw features [batch, features]. */
export interface TracedLearner {
  /** Uncalibrated log-odds, [batch, 1]. */
  readonly logOdds: tf.Tensor2D;
  /** Standard deviation of the log-odds over refits, [batch, 1]. */
  readonly deviation: tf.Tensor2D;
}
