/** One fit as a piece of work that any thread can do: plain data in, plain data out. */
import { z } from 'zod';
import type { Checkpoint, FitEpoch, StopSignal } from '../learners/contract.ts';
import { type FittedBase, fitLearner, type LearnerSettings } from '../learners/learner.ts';
import { logOddsOf } from '../learners/log-odds.ts';
import type { FeatureMatrix } from '../table/matrix.ts';

/** What all fits of a run read; `values`, `labels` and `weights` may lie in shared memory. */
export interface FitData extends FeatureMatrix {
  readonly labels: Uint8Array;
  readonly weights: Float32Array | null;
}

/** As it comes from a file or another thread. */
export const fitEpoch = z.object({
  epoch: z.number(),
  trainLoss: z.number(),
  validationLoss: z.number().nullable(),
  share: z.number(),
});

export interface FitJob {
  readonly settings: LearnerSettings;
  /** Rows it is trained on, and rows that it scores when it is. */
  readonly train: Int32Array;
  readonly test: Int32Array;
  readonly seed: number;
  readonly threads: number;
}

export interface FitOutcome {
  readonly fitted: FittedBase;
  /** Uncalibrated, of the rows of `test` in their order. */
  readonly logOdds: Float64Array;
  readonly epochs: readonly FitEpoch[];
  readonly seconds: number;
}

export interface FitContext {
  readonly signal: StopSignal;
  readonly onEpoch: (epoch: FitEpoch) => void;
  readonly checkpoint: Checkpoint | null;
}

export async function runFit(
  data: FitData,
  { settings, train, test, seed, threads }: FitJob,
  { signal, onEpoch, checkpoint }: FitContext,
): Promise<FitOutcome> {
  const start = performance.now();
  signal.throwIfAborted();
  const training = {
    ...selectRows(data, train),
    labels: Uint8Array.from(train, (row) => data.labels[row]),
    weights: data.weights === null ? null : weightsOf(data.weights, train),
  };
  const epochs: FitEpoch[] = [];
  const fitted = await fitLearner(training, settings, {
    seed,
    threads,
    signal,
    onEpoch: (epoch) => {
      epochs.push(epoch);
      onEpoch(epoch);
    },
    checkpoint: checkpoint === null ? null : withEpochs(checkpoint, epochs),
  });
  signal.throwIfAborted();
  const logOdds = await logOddsOf(fitted, selectRows(data, test));
  return { fitted, logOdds, epochs, seconds: (performance.now() - start) / 1000 };
}

const stored = z.object({ state: z.unknown(), epochs: z.array(fitEpoch) });

/** A fit that goes on has the epochs before behind it. */
function withEpochs(checkpoint: Checkpoint, epochs: FitEpoch[]): Checkpoint {
  return {
    async load() {
      const known = stored.safeParse(await checkpoint.load());
      if (!known.success) return undefined;
      epochs.splice(0, epochs.length, ...known.data.epochs);
      return known.data.state;
    },
    save: (state) => checkpoint.save({ state, epochs }),
  };
}

function weightsOf(weights: Float32Array, rows: Int32Array): Float32Array {
  return Float32Array.from(rows, (row) => weights[row]);
}

/** Some rows of a table, in the order of `rows`. */
export function selectRows({ features, values }: FeatureMatrix, rows: Int32Array): FeatureMatrix {
  const width = features.length;
  const selected = new Float32Array(rows.length * width);
  rows.forEach((row, place) => {
    selected.set(values.subarray(row * width, (row + 1) * width), place * width);
  });
  return { features, rows: rows.length, values: selected };
}
