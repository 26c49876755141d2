/** What is known of trials so far, by the rows that were held out. */
import type { Split } from '../../table/splits.ts';
import type { FitData } from '../fit-data.ts';
import { calibratedLosses, clearlyBetter, mean } from './criterion.ts';
import type { Finalists } from './halving.ts';
import type { SearchRecord } from './state.ts';

export class Verdicts {
  readonly #data: FitData;
  readonly #splits: readonly Split[];
  readonly #record: SearchRecord;

  constructor(data: FitData, splits: readonly Split[], record: SearchRecord) {
    this.#data = data;
    this.#splits = splits;
    this.#record = record;
  }

  /** Mean over the rows of the first folds, Infinity where a fit diverged. */
  loss(trial: number, folds: number): number {
    const losses = this.#losses(trial, folds);
    return losses === null ? Number.POSITIVE_INFINITY : mean(losses);
  }

  /** The best trial of those that are clearly better than the first, else the first. */
  winner({ trials, folds }: Finalists): number {
    if (folds === 0) return 0;
    let best = { trial: 0, loss: this.loss(0, folds) };
    for (const trial of trials) {
      const loss = this.loss(trial, folds);
      if (loss < best.loss && this.#isClearlyBetter(trial, folds)) best = { trial, loss };
    }
    return best.trial;
  }

  /** Folds that a trial was judged on. */
  foldsOf(trial: number): number {
    return this.#splits.filter((_, fold) => this.#record.logOdds(trial, fold) !== undefined).length;
  }

  #isClearlyBetter(trial: number, folds: number): boolean {
    const [losses, known] = [this.#losses(trial, folds), this.#losses(0, folds)];
    if (losses === null || known === null) return losses !== null;
    const { groups } = this.#data;
    const own = groups === null ? null : Int32Array.from(this.#rows(folds), (row) => groups[row]);
    return clearlyBetter(losses, known, own);
  }

  /** Rows held out in the first folds, in their order. */
  #rows(folds: number): Int32Array {
    return Int32Array.from(this.#splits.slice(0, folds).flatMap(({ test }) => Array.from(test)));
  }

  /** Of each of these rows, null where a fit diverged. */
  #losses(trial: number, folds: number): Float64Array | null {
    const rows = this.#rows(folds);
    const logOdds = new Float64Array(rows.length);
    for (let fold = 0, place = 0; fold < folds; place += this.#splits[fold].test.length, fold++) {
      const own = this.#record.logOdds(trial, fold);
      if (!own) return null;
      logOdds.set(own, place);
    }
    return calibratedLosses(
      Uint8Array.from(rows, (row) => this.#data.labels[row]),
      logOdds,
    );
  }
}
