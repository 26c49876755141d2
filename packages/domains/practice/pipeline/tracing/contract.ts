/** What every model of knowledge is given and gives back. */
import type { FitOptions } from '@praxis/core';
import type { Sequences } from '../../features/sequences.ts';
import type { TracingRows, TracingSizes } from '../../features/tracing-rows.ts';

export const tracerNames = ['logistic', 'recurrent', 'attention', 'bayesian'] as const;
export type TracerName = (typeof tracerNames)[number];

/** One file's attempts. */
export interface TracingPart {
  readonly sequences: Sequences;
  readonly rows: TracingRows;
}

/** What is known of a skill or problem, its scale too, is measured on the training alone. */
export interface TracingData {
  readonly sizes: TracingSizes;
  readonly training: TracingPart;
  /** Chooses when to stop, and how much each model counts in the blend. */
  readonly validation: TracingPart;
  /** Measures, and nothing else. */
  readonly test: TracingPart;
}

interface TracerOptions extends Pick<FitOptions, 'seed' | 'threads' | 'signal'> {
  /** `share` of the fit, 0 to 1. */
  readonly onShare: (share: number) => void;
}

export interface Traced {
  /** Log-odds of a right answer before each attempt; shapes [attempts]. */
  readonly validation: Float64Array;
  readonly test: Float64Array;
  /** The whole fit, in seconds. */
  readonly trainSeconds: number;
  /** Attempts of the training that were learnt from in a second, each as often as it was. */
  readonly interactionsPerSecond: number;
}

export type Tracer = (data: TracingData, options: TracerOptions) => Promise<Traced>;
