/** Our side: the training run with everything that `auto` lets compete. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { candidatesFor, type LabelledMatrix, trainClassifier } from '@praxis/core';
import type { Contender } from './contender.ts';
import { folds, seed } from './folds.ts';

export interface PraxisRun {
  /** `auto` as a whole, which chooses anew in each fold, and each candidate. */
  readonly contenders: readonly Contender[];
  /** What serves in the end. */
  readonly chosen: string;
  readonly why: string;
}

/**
 * @param dealt the folds that the other contenders have
 * @throws Error where the run dealt other ones
 */
export async function runPraxis(
  matrix: LabelledMatrix,
  dealt: readonly Int8Array[],
  onFraction: (fraction: number) => void,
): Promise<PraxisRun> {
  const models = await mkdtemp(join(tmpdir(), 'praxis-bench-'));
  const start = performance.now();
  try {
    const { card, fold } = await trainClassifier({
      vertical: 'bench',
      outcome: 'outcome',
      horizonDays: null,
      data: { ...matrix, weights: null, groups: null, times: null, labelDelayMs: 0 },
      sources: [],
      excluded: [],
      subgroups: [],
      limits: [],
      candidates: candidatesFor('auto'),
      search: null,
      folds,
      repeats: dealt.length,
      nested: true,
      foldModels: false,
      seed,
      runs: null,
      parallel: availableParallelism(),
      onProgress: ({ fraction }) => onFraction(fraction),
      signal: new AbortController().signal,
      models,
    });
    const seconds = (performance.now() - start) / 1000;
    if (!fold.every((held, row) => held === dealt[0][row])) throw new Error('Praxis dealt other folds.');
    const candidates = card.candidates.map(
      ({ learner, performance, seconds }): Contender => ({
        name: learner,
        side: 'candidate',
        performance,
        seconds,
      }),
    );
    const auto: Contender = { name: 'auto', side: 'auto', performance: card.performance, seconds };
    return { contenders: [auto, ...candidates], chosen: card.learner, why: card.why };
  } finally {
    await rm(models, { recursive: true });
  }
}
