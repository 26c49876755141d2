/** One rising number for a run made of many fits, some of them side by side. */
import type { FitEpoch } from '../learners/contract.ts';
import type { TrainingPoint } from '../registry/card.ts';
import { canServe, type FitSettings, learnersOf, type PartSettings } from './candidates.ts';
import type { TrainingProgress, TrainingRequest, TrainingStage } from './contract.ts';
import type { FitProgress } from './fit-job.ts';
import { innerFolds, isNested } from './judge.ts';
import type { FitPlace } from './out-of-fold.ts';

/** How long a fit takes beside the others: measured on cohorts of some thousand rows. */
const cost: Readonly<Record<PartSettings['name'], number>> = {
  imported: 0,
  logisticRegression: 1,
  boostedTrees: 3,
  deepTabular: 10,
  attention: 20,
  privateLogistic: 10,
};

/** What fits take of a run; the rest is reading before and writing after them. */
const [fitsFrom, fitsTo] = [0.01, 0.95];

export class Progress {
  readonly #report: (progress: TrainingProgress) => void;
  readonly #total: number;
  #done = 0;
  #fraction = 0;
  #stage: TrainingStage = 'prepare';

  constructor(request: TrainingRequest) {
    this.#report = request.onProgress;
    this.#total = costOf(request);
  }

  /** The run enters a stage, or is through with its last one. */
  reach(stage: TrainingStage, fraction: number = stage === 'export' ? fitsTo : 0): void {
    this.#stage = stage;
    this.#rise(fraction);
    this.#report({ stage, fraction: this.#fraction });
  }

  /** Follows one fit. `end` is for all that it has not told, such as one that an earlier process did. */
  watch({ name }: FitSettings, place: FitPlace) {
    let before = 0;
    const add = (now: number) => {
      this.#done += cost[name] * Math.max(0, now - before);
      before = Math.max(before, now);
      this.#rise(fitsFrom + (fitsTo - fitsFrom) * Math.min(1, this.#done / this.#total));
    };
    return {
      onProgress: ({ share, epoch }: FitProgress): void => {
        add(share);
        const point =
          epoch !== null && place.innerFold === null && place.repeat === 0
            ? pointOf(name, place.fold, epoch)
            : null;
        this.#report({ stage: this.#stage, fraction: this.#fraction, ...(point === null ? {} : { point }) });
      },
      end: (): void => {
        add(1);
        this.#report({ stage: this.#stage, fraction: this.#fraction });
      },
    };
  }

  #rise(fraction: number): void {
    this.#fraction = Math.max(this.#fraction, fraction);
  }
}

export function pointOf(
  learner: FitSettings['name'],
  fold: number | null,
  { epoch, trainLoss, validationLoss, validationAuroc }: FitEpoch,
): TrainingPoint {
  return { learner, fold, epoch, trainLoss, validationLoss, validationAuroc };
}

/** All fits of a run, the last ones of the dearest candidate. */
function costOf(request: TrainingRequest): number {
  const sum = (settings: readonly PartSettings[]) =>
    settings.reduce((total, { name }) => total + cost[name], 0);
  const serving = request.candidates.filter(canServe);
  const inner = isNested(request) ? innerFolds * sum(learnersOf(serving)) : 0;
  const perFold = sum(learnersOf(request.candidates)) + inner;
  const last = Math.max(...serving.map(({ parts }) => sum(parts)));
  return request.repeats * request.folds * perFold + last;
}
