/** One fit as a piece of work that any thread can do: plain data in, plain data out. */
import { z } from 'zod';
import type { FittedAttention } from '../learners/attention/fit-attention.ts';
import type { Checkpoint, FitEpoch, StopSignal } from '../learners/contract.ts';
import { type FittedBase, fitLearner } from '../learners/learner.ts';
import { logOddsOf } from '../learners/log-odds.ts';
import type { FitSettings } from './candidates.ts';
import { type FitData, fewerOthers, selectData, selectRows } from './fit-data.ts';
import { fitOverTime } from './fit-over-time.ts';
import type { SearchBudget } from './search/budget.ts';
import { searchSettings, type Trial } from './search/search-settings.ts';

/** As it comes from a file or another thread. */
export const fitEpoch = z.object({
  epoch: z.number(),
  trainLoss: z.number(),
  validationLoss: z.number().nullable(),
  validationAuroc: z.number().nullable(),
  share: z.number(),
});

/** `share` is of the whole job, 0 to 1; `epoch` is null while settings are searched for. */
export const fitProgress = z.object({ share: z.number(), epoch: fitEpoch.nullable() });
export type FitProgress = z.infer<typeof fitProgress>;

export interface FitJob {
  readonly settings: FitSettings;
  /** null: the settings are fitted as they are; else those that are found from them on the rows of `train`. */
  readonly search: SearchBudget | null;
  /** Rows it is trained on, and rows that it scores when it is. */
  readonly train: Int32Array;
  readonly test: Int32Array;
  readonly seed: number;
  readonly threads: number;
}

export interface FitOutcome {
  readonly fitted: FittedBase | FittedAttention;
  /** What was fitted. With a search each fit finds its own: those of a fold may differ from those of the final fit. */
  readonly settings: FitSettings;
  /** Of the search, empty where there was none. */
  readonly trials: readonly Trial[];
  /** Uncalibrated, of the rows of `test` in their order. */
  readonly logOdds: Float64Array;
  /** Of the fit, without those of trials. */
  readonly epochs: readonly FitEpoch[];
  readonly seconds: number;
}

export interface FitContext {
  readonly signal: StopSignal;
  readonly onProgress: (progress: FitProgress) => void;
  readonly checkpoint: Checkpoint | null;
}

/** What a search takes of a job at least. */
const searchShare = 0.9;

export async function runFit(data: FitData, job: FitJob, context: FitContext): Promise<FitOutcome> {
  const start = performance.now();
  const { search, seed, threads } = job;
  const { signal, onProgress } = context;
  signal.throwIfAborted();
  const { mostOthers } = job.settings;
  const learnt =
    mostOthers === undefined ? { rows: job.train, weights: null } : fewerOthers(data, job.train, mostOthers);
  const epochs: FitEpoch[] = [];
  if (job.settings.name === 'attention') {
    const told = (epoch: FitEpoch) => {
      epochs.push(epoch);
      onProgress({ share: epoch.share, epoch });
    };
    const asked = { train: learnt.rows, weights: learnt.weights, test: job.test };
    const options = { seed, threads, signal, checkpoint: null, onEpoch: told };
    const done = await fitOverTime(data, job.settings, asked, options);
    return { ...done, settings: job.settings, trials: [], epochs, seconds: secondsSince(start) };
  }
  const selected = selectData(data, learnt.rows);
  const training = learnt.weights === null ? selected : { ...selected, weights: learnt.weights };
  const saved = context.checkpoint === null ? null : new SavedJob(context.checkpoint);
  const found =
    search === null
      ? { settings: job.settings, trials: [] }
      : await searchSettings(training, job.settings, search, {
          seed,
          threads,
          signal,
          checkpoint: saved?.part('search') ?? null,
          onShare: (share) => onProgress({ share: searchShare * share, epoch: null }),
        });
  const before = search === null ? 0 : searchShare;
  const checkpoint = saved?.part('fit') ?? null;
  const fitted = await fitLearner(training, found.settings, {
    seed,
    threads,
    signal,
    onEpoch: (epoch) => {
      epochs.push(epoch);
      onProgress({ share: before + (1 - before) * epoch.share, epoch });
    },
    checkpoint: checkpoint === null ? null : withEpochs(checkpoint, epochs),
  });
  signal.throwIfAborted();
  const logOdds = await logOddsOf(fitted, selectRows(data, job.test));
  return { fitted, ...found, logOdds, epochs, seconds: secondsSince(start) };
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

const savedParts = z.object({ search: z.unknown(), fit: z.unknown() });

/** The search and the fit after it keep their states in one place. */
class SavedJob {
  readonly #checkpoint: Checkpoint;
  readonly #parts: Promise<z.infer<typeof savedParts>>;

  constructor(checkpoint: Checkpoint) {
    this.#checkpoint = checkpoint;
    this.#parts = checkpoint
      .load()
      .then((known) => savedParts.safeParse(known).data ?? { search: undefined, fit: undefined });
  }

  part(name: 'search' | 'fit'): Checkpoint {
    return {
      load: async () => (await this.#parts)[name],
      save: async (state) => {
        const parts = await this.#parts;
        parts[name] = state;
        await this.#checkpoint.save(parts);
      },
    };
  }
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
