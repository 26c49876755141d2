/** What a vertical keeps of its models' scores of rows that they had not seen; the registry asks all verticals alike. */
import type { Executor } from './models.ts';

/** Of two models, the scores of the rows that both held out and know the same end of, in one order. */
export interface PairedScores {
  readonly events: readonly boolean[];
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Whom each row belongs to, where rows of one person or card go together; null: each stands for itself. */
  readonly groups: readonly number[] | null;
}

export interface KeptScores {
  /** Whether a model can serve: one whose stored scores people read cannot without them. */
  canServe(executor: Executor, outcome: string, artifact: string): Promise<boolean>;
  /** Empty where no scores are kept. */
  paired(executor: Executor, outcome: string, first: string, second: string): Promise<PairedScores>;
  forget(executor: Executor, outcome: string, artifact: string): Promise<void>;
}

/** Scores of the model that served before the last one are of no use once another takes its place. */
export async function forgetBefore(
  kept: KeptScores,
  executor: Executor,
  outcome: string,
  before: string | null,
  champion: string,
): Promise<void> {
  if (before !== null && before !== champion) await kept.forget(executor, outcome, before);
}
