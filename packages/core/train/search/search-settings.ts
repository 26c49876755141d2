/** Finds settings for a learner on the rows that it is to be trained on, and on no others. */
import type { FitEpoch, FitOptions } from '../../learners/contract.ts';
import { fitLearner, type LearnerSettings } from '../../learners/learner.ts';
import { logOddsOf } from '../../learners/log-odds.ts';
import { createRandom } from '../../random.ts';
import type { Split } from '../../table/splits.ts';
import { DivergedError } from '../../tensor/index.ts';
import { type FitData, selectData, selectRows } from '../fit-data.ts';
import { splitRows } from '../split-plan.ts';
import type { SearchBudget } from './budget.ts';
import { calibratedLosses, clearlyBetter, mean } from './criterion.ts';
import { drawSettings, onTrial } from './space.ts';
import { SearchRecord } from './state.ts';

/** Folds that trials are judged on: as many steps has the halving. */
const folds = 4;

export interface SearchOptions extends Omit<FitOptions, 'onEpoch'> {
  /** How much of the search is done at least, 0 to 1. */
  readonly onShare: (share: number) => void;
}

/** `folds` are those that the trial was judged on, `logLoss` is its mean over their rows, null where a fit diverged. */
export interface Trial {
  readonly settings: LearnerSettings;
  readonly folds: number;
  readonly logLoss: number | null;
}

export interface SearchResult {
  readonly settings: LearnerSettings;
  /** Those that were judged, the settings that the search started from first. */
  readonly trials: readonly Trial[];
}

/**
 * Random search with successive halving (Jamieson and Talwalkar 2016), in which the folds of a cross-validation are what
 * is spent: all trials are judged on the first fold, the better half of them on the second too, and so on. The settings it
 * starts from are judged on every fold, and are replaced only by such as are better by more than one standard error of the
 * paired differences. The same rows, settings, seed and number of trials give the same result; with a limit in seconds it
 * may depend on the machine.
 *
 * @throws what a fit throws, but for divergence, which loses the trial; RangeError where the rows' times cannot be split;
 *   the signal's reason
 */
export async function searchSettings(
  data: FitData,
  start: LearnerSettings,
  budget: SearchBudget,
  options: SearchOptions,
): Promise<SearchResult> {
  const { seed, signal, checkpoint } = options;
  const splits = usableSplits(data, seed);
  const drawn = Array.from({ length: Math.max(0, budget.trials - 1) }, (_, index) =>
    // A stream for each: more trials leave the first ones as they are.
    drawSettings(start, createRandom(seed, index + 1)),
  );
  const all = [start, ...drawn];
  const name = JSON.stringify({ start, trials: budget.trials, seed, rows: data.rows });
  const record = await SearchRecord.open(name, checkpoint);
  const verdicts = new Verdicts(data, splits, record);
  const share = shareOf(all.length, splits.length, options.onShare);

  let standing = [...all.keys()];
  let steps = 0;
  for (const [fold, split] of splits.entries()) {
    const next = fold === 0 ? standing : betterHalf(standing, (trial) => verdicts.loss(trial, fold));
    const judged: number[] = [];
    for (const trial of next) {
      signal.throwIfAborted();
      if (record.logOdds(trial, fold) === undefined) {
        if (budget.seconds !== null && record.seconds >= budget.seconds) break;
        await record.add(trial, fold, await judge(data, split, all[trial], options, share.during));
      }
      share.next();
      judged.push(trial);
    }
    const through = judged.length === next.length;
    // Of a later step that has no end, nothing is taken: its trials would be judged on different rows.
    if (!through && fold > 0) break;
    standing = judged;
    steps = fold + 1;
    if (!through) break;
  }
  return {
    settings: all[steps === 0 ? 0 : winner(standing, verdicts, steps)],
    trials: all.flatMap((settings, trial) => verdicts.trial(settings, trial)),
  };
}

/** Folds whose models can be trained, and judged by some row. */
function usableSplits(data: FitData, seed: number): readonly Split[] {
  const { labels } = data;
  const bothClasses = (rows: Int32Array) => new Set(Array.from(rows, (row) => labels[row])).size === 2;
  return splitRows(data, Int32Array.from(labels.keys()), folds, seed).filter(
    ({ train, test }) => test.length > 0 && bothClasses(train),
  );
}

/** Log-odds of the rows held out, null where the fit diverged. */
async function judge(
  data: FitData,
  { train, test }: Split,
  settings: LearnerSettings,
  { seed, threads, signal }: SearchOptions,
  during: (share: number) => void,
): Promise<Float64Array | null> {
  try {
    const onEpoch = (epoch: FitEpoch) => during(epoch.share);
    // A trial that is killed is judged again: it ends the same.
    const fitted = await fitLearner(selectData(data, train), onTrial(settings), {
      seed,
      threads,
      signal,
      onEpoch,
      checkpoint: null,
    });
    return await logOddsOf(fitted, selectRows(data, test));
  } catch (error) {
    if (error instanceof DivergedError) return null;
    throw error;
  }
}

/** Of trials so far, each judged on the same rows. */
class Verdicts {
  readonly #data: FitData;
  readonly #splits: readonly Split[];
  readonly #record: SearchRecord;

  constructor(data: FitData, splits: readonly Split[], record: SearchRecord) {
    this.#data = data;
    this.#splits = splits;
    this.#record = record;
  }

  /** Rows held out in the first folds, in their order. */
  rows(steps: number): Int32Array {
    return Int32Array.from(this.#splits.slice(0, steps).flatMap(({ test }) => [...test]));
  }

  /** Of each of these rows, null where a fit diverged. */
  losses(trial: number, steps: number): Float64Array | null {
    const logOdds: number[] = [];
    for (let fold = 0; fold < steps; fold++) {
      const own = this.#record.logOdds(trial, fold);
      if (!own) return null;
      for (const value of own) logOdds.push(value);
    }
    const labels = Uint8Array.from(this.rows(steps), (row) => this.#data.labels[row]);
    return calibratedLosses(labels, Float64Array.from(logOdds));
  }

  loss(trial: number, steps: number): number {
    const losses = this.losses(trial, steps);
    return losses === null ? Number.POSITIVE_INFINITY : mean(losses);
  }

  better(trial: number, known: number, steps: number): boolean {
    const [losses, those] = [this.losses(trial, steps), this.losses(known, steps)];
    if (losses === null || those === null) return losses !== null;
    const { groups } = this.#data;
    const own = groups === null ? null : Int32Array.from(this.rows(steps), (row) => groups[row]);
    return clearlyBetter(losses, those, own);
  }

  /** What is told of a trial; nothing where it was not judged. */
  trial(settings: LearnerSettings, trial: number): readonly Trial[] {
    const judged = this.#splits.filter((_, fold) => this.#record.logOdds(trial, fold) !== undefined).length;
    if (judged === 0) return [];
    const loss = this.loss(trial, judged);
    return [{ settings, folds: judged, logLoss: Number.isFinite(loss) ? loss : null }];
  }
}

/** The first trial, and the better half of the others: half of all, rounded up. */
function betterHalf(standing: readonly number[], loss: (trial: number) => number): number[] {
  const losses = new Map(standing.map((trial) => [trial, loss(trial)]));
  const of = (trial: number) => losses.get(trial) ?? Number.POSITIVE_INFINITY;
  const [first, ...others] = standing;
  const better = others.toSorted((a, b) => (of(a) === of(b) ? a - b : of(a) - of(b)));
  return [first, ...better.slice(0, Math.ceil(standing.length / 2) - 1)];
}

/** The best trial of those that are clearly better than the first, else the first. */
function winner(standing: readonly number[], verdicts: Verdicts, steps: number): number {
  let best = { trial: 0, loss: verdicts.loss(0, steps) };
  for (const trial of standing) {
    const loss = verdicts.loss(trial, steps);
    if (loss < best.loss && verdicts.better(trial, 0, steps)) best = { trial, loss };
  }
  return best.trial;
}

/** Counts the fits of a search. */
function shareOf(trials: number, steps: number, onShare: (share: number) => void) {
  let total = 0;
  for (let step = 0, left = trials; step < steps; step++, left = Math.ceil(left / 2)) total += left;
  let done = 0;
  return {
    during: (share: number): void => onShare((done + share) / total),
    next: (): void => {
      done++;
      onShare(done / total);
    },
  };
}
