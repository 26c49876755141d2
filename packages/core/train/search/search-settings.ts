/** Finds settings for a learner on the rows that it is to be trained on, and on no others. */
import type { FitOptions } from '../../learners/contract.ts';
import { fitLearner, type LearnerSettings } from '../../learners/learner.ts';
import { logOddsOf } from '../../learners/log-odds.ts';
import { createRandom } from '../../random.ts';
import type { Split } from '../../table/splits.ts';
import { DivergedError } from '../../tensor/index.ts';
import { type FitData, selectData, selectRows } from '../fit-data.ts';
import { PrivacyError } from '../private/errors.ts';
import { splitRows } from '../split-plan.ts';
import type { SearchBudget } from './budget.ts';
import { fitsOf, halve } from './halving.ts';
import { drawSettings, onTrial, type SearchedSettings } from './space.ts';
import { SearchRecord } from './state.ts';
import { Verdicts } from './verdicts.ts';

/** Folds that trials are judged on; between two of them the race is halved. */
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
 * Random search with successive halving over the folds of a cross-validation, which part groups and times as the run's own
 * folds do. The settings it starts from are judged on every fold, and replaced only by such as are better by more than one
 * standard error of the paired differences. The same rows, settings, seed and number of trials give the same result, also
 * where the search goes on from a checkpoint; with a limit in seconds it may depend on the machine.
 *
 * @throws PrivacyError `settingsInvalid` for a private training; TrainingError where the rows' times cannot be split; what a
 *   fit throws, but for divergence, which only loses the trial; the signal's reason
 */
export async function searchSettings(
  data: FitData,
  start: LearnerSettings,
  budget: SearchBudget,
  options: SearchOptions,
): Promise<SearchResult> {
  const { seed, signal, checkpoint, onShare } = options;
  const settings = trialsFrom(start, budget.trials, seed);
  const splits = usableSplits(data, seed);
  const name = JSON.stringify({ start, trials: budget.trials, seed, rows: data.rows });
  const record = await SearchRecord.open(name, checkpoint);
  const verdicts = new Verdicts(data, splits, record);
  const fits = fitsOf(settings.length, splits.length);
  const seconds = budget.seconds ?? Number.POSITIVE_INFINITY;
  let done = 0;

  const judge = async (trial: number, fold: number): Promise<boolean> => {
    signal.throwIfAborted();
    if (record.logOdds(trial, fold) === undefined) {
      if (record.ended || record.seconds >= seconds) return false;
      const during = (share: number) => onShare((done + share) / fits);
      await record.add(
        trial,
        fold,
        await heldOutLogOdds(data, splits[fold], settings[trial], options, during),
      );
    }
    done++;
    onShare(done / fits);
    return true;
  };
  const loss = (trial: number, until: number) => verdicts.loss(trial, until);
  const finalists = await halve({ trials: settings.length, folds: splits.length, judge, loss });
  await record.end();
  return {
    settings: settings[verdicts.winner(finalists)],
    trials: settings.flatMap((own, trial) => {
      const judged = verdicts.foldsOf(trial);
      if (judged === 0) return [];
      const logLoss = verdicts.loss(trial, judged);
      return [{ settings: own, folds: judged, logLoss: Number.isFinite(logLoss) ? logLoss : null }];
    }),
  };
}

/** The settings to start from, and others by chance: more trials leave the first ones as they are. */
function trialsFrom(start: LearnerSettings, trials: number, seed: number): readonly SearchedSettings[] {
  if (start.name === 'privateLogistic') {
    throw new PrivacyError(
      'settingsInvalid',
      'A search looks at the rows with every trial and spends more than ε says: choose the settings of a private training without the rows.',
    );
  }
  const drawn = Array.from({ length: Math.max(0, trials - 1) }, (_, index) =>
    drawSettings(start, createRandom(seed, index + 1)),
  );
  return [start, ...drawn];
}

/** Folds whose models can be trained, and judged by some row. */
function usableSplits(data: FitData, seed: number): readonly Split[] {
  const { labels } = data;
  const hasBothClasses = (rows: Int32Array) =>
    rows.some((row) => labels[row] === 1) && rows.some((row) => labels[row] === 0);
  return splitRows(data, Int32Array.from(labels.keys()), folds, seed).filter(
    ({ train, test }) => test.length > 0 && hasBothClasses(train),
  );
}

/** By a model that has not seen the rows; null where its fit diverged. All trials have one seed, and so the same resamples. */
async function heldOutLogOdds(
  data: FitData,
  { train, test }: Split,
  settings: SearchedSettings,
  { seed, threads, signal }: SearchOptions,
  during: (share: number) => void,
): Promise<Float64Array | null> {
  try {
    const fitted = await fitLearner(selectData(data, train), onTrial(settings), {
      seed,
      threads,
      signal,
      onEpoch: ({ share }) => during(share),
      // A trial that is killed is judged again: it ends the same.
      checkpoint: null,
    });
    return await logOddsOf(fitted, selectRows(data, test));
  } catch (error) {
    if (error instanceof DivergedError) return null;
    throw error;
  }
}
