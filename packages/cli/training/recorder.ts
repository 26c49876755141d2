/** Writes a run's progress into the database: often enough to look alive, seldom enough to cost nothing. */
import type { TrainingPoint, TrainingProgress, TrainingStage } from '@praxis/core';

/** Four times a second: the training page follows a curve as it grows. */
const everyMs = 250;

/** What is used of `trainingRuns`. */
export interface ProgressRows {
  progress(id: string, progress: { readonly stage: TrainingStage; readonly fraction: number }): Promise<void>;
  addPoints(id: string, points: readonly TrainingPoint[]): Promise<void>;
}

/**
 * Takes progress as it comes and writes the newest, with all points since the last time. A write that fails is tried
 * again with the next one: a run does not end because the database was away for a moment.
 */
export class ProgressRecorder {
  readonly #rows: ProgressRows;
  readonly #run: string;
  #newest: { stage: TrainingStage; fraction: number } | null = null;
  #points: TrainingPoint[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(rows: ProgressRows, run: string) {
    this.#rows = rows;
    this.#run = run;
  }

  readonly record = ({ stage, fraction, point }: TrainingProgress): void => {
    this.#newest = { stage, fraction };
    if (point) this.#points.push(point);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#writing = this.#write().catch(() => {});
    }, everyMs);
  };

  /** Writes what is left. @throws what the database says, for then the end of the run cannot be written either. */
  async finish(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
    await this.#write();
  }

  async #write(): Promise<void> {
    await this.#writing;
    const points = this.#points;
    const newest = this.#newest;
    this.#points = [];
    this.#newest = null;
    try {
      if (points.length > 0) await this.#rows.addPoints(this.#run, points);
    } catch (error) {
      this.#points = [...points, ...this.#points];
      this.#newest ??= newest;
      throw error;
    }
    if (newest) await this.#rows.progress(this.#run, newest);
  }
}
