/** One rising number for a run made of parts, and the learning curve it leaves. */
import type { FitEpoch } from '../learners/contract.ts';
import type { LearnerName, TrainingPoint } from '../registry/card.ts';
import type { TrainingProgress, TrainingStage } from './contract.ts';

export class Progress {
  readonly points: TrainingPoint[] = [];
  readonly #report: (progress: TrainingProgress) => void;
  #fraction = 0;

  constructor(report: (progress: TrainingProgress) => void) {
    this.#report = report;
  }

  /** A stage has got as far as `fraction` of the whole run; the number never falls. */
  reach(stage: TrainingStage, fraction: number): void {
    this.#fraction = Math.max(this.#fraction, Math.min(1, fraction));
    this.#report({ stage, fraction: this.#fraction });
  }

  /** An epoch ended in a fit that takes the run from fraction `from` to `to`. */
  epoch(
    stage: TrainingStage,
    learner: LearnerName,
    fold: number | null,
    epoch: FitEpoch,
    from: number,
    to: number,
  ): void {
    const { trainLoss, validationLoss } = epoch;
    const point = { learner, fold, epoch: epoch.epoch, trainLoss, validationLoss };
    this.points.push(point);
    this.#fraction = Math.max(this.#fraction, from + (to - from) * epoch.share);
    this.#report({ stage, fraction: this.#fraction, point });
  }
}
