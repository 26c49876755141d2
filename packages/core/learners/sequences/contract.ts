/** What a learner of sequences takes: steps of many sequences, each with flags, numbers and an outcome to foretell. */
import type { HostTensor, tf } from '../../tensor/index.ts';
import type { SparseRows } from '../sparse-logistic/rows.ts';

/**
 * Sequences end to end. What stands at a step is known before its outcome: a step that tells of earlier outcomes carries them
 * among its own flags.
 */
export interface SequenceRows {
  /** Where each sequence begins, shape [sequences + 1]. */
  readonly starts: Int32Array;
  /** Flags of each step, such as which skills it exercises. */
  readonly flags: SparseRows;
  readonly flagColumns: number;
  /** Row-major, shape [steps, numberColumns], about standard normal. */
  readonly numbers: Float32Array;
  readonly numberColumns: number;
  /** 0 or 1, shape [steps]. */
  readonly labels: Uint8Array;
}

/** Steps of several streams side by side: time first, `times` × `streams` of them. */
export interface WindowShape {
  readonly times: number;
  readonly streams: number;
}

type WindowInput = 'flags' | 'numbers' | 'kept' | 'y' | 'weight';

/**
 * `flags` [times × streams, flagColumns], `numbers` [times × streams, numberColumns]; the others [times, streams]: `kept` is 0
 * where a sequence begins, `weight` 0 where a stream has ended.
 */
export type WindowTensors<Kind> = Readonly<Record<WindowInput, Kind>>;

export type Named<Kind> = Readonly<Record<string, Kind>>;

/** A network over windows of streams, as a function of its weights. */
export interface SequenceNetwork {
  readonly window: WindowShape;
  readonly flagColumns: number;
  readonly numberColumns: number;
  /** First weights: zeros for biases, else normal with this deviation. */
  readonly weights: Named<{ readonly shape: readonly number[]; readonly deviation: number }>;
  /** Shapes of what dropout multiplies with, the same at all times of a window (Gal and Ghahramani 2016). */
  readonly masks: Named<readonly number[]>;
  /** Shapes of what a window hands on to the next. */
  readonly carried: Named<readonly number[]>;
  /** Steps before a window that its first steps have to see; 0 where all that matters is carried. */
  readonly context: number;
  /** Log-odds, [times, streams], and what is carried on. */
  readonly run: (
    weights: Named<tf.Tensor>,
    inputs: Pick<WindowTensors<tf.Tensor>, 'flags' | 'numbers' | 'kept'>,
    masks: Named<tf.Tensor>,
    carried: Named<tf.Tensor>,
  ) => { readonly logOdds: tf.Tensor; readonly carried: Named<tf.Tensor> };
}

export interface SequenceSettings {
  readonly kind: 'recurrent' | 'attention';
  /** Width of the state, or of the attention's rows. */
  readonly hidden: number;
  /** Width of what flags are embedded in. */
  readonly embedding: number;
  /** Share of units that dropout leaves out. */
  readonly dropout: number;
  readonly times: number;
  readonly streams: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly mostEpochs: number;
  /** Epochs without a better validation loss after which the best weights are taken. */
  readonly patience: number;
}

/** A fitted learner of sequences as plain data. */
export interface FittedSequences {
  readonly settings: SequenceSettings;
  readonly flagColumns: number;
  readonly numberColumns: number;
  readonly weights: Named<HostTensor>;
  /** Steps learnt from, each as often as it was, and the seconds that took; what judging and compiling took is left out. */
  readonly trained: { readonly steps: number; readonly seconds: number };
}
