/** The contract that a practice fulfils to live in the house: one manifest, the same five rooms everywhere. */
import type { TrainingProgress, TrainingResult } from '../train/contract.ts';

export type Language = 'en' | 'zh';

/** Nested words of one language; keys are the vertical's own. */
export interface Words {
  readonly [key: string]: string | Words;
}

export interface PipelineContext<Store> {
  readonly store: Store;
  /** Folder of the model registry. */
  readonly models: string;
  /** Folder in which a run keeps its finished fits until it is through, so that a killed one goes on; null: none. */
  readonly runs: string | null;
  /** Fits side by side; the numbers are the same for any. */
  readonly parallel: number;
  readonly onProgress: (progress: TrainingProgress) => void;
  readonly signal: AbortSignal;
}

export interface Vertical<Id extends string, Outcome extends string, Store> {
  readonly id: Id;
  readonly outcomes: readonly Outcome[];
  /** Roles of the house that may enter; everyone else is refused. */
  readonly roles: readonly string[];
  /** `word` is a key into `words`. */
  readonly navigation: readonly { readonly href: string; readonly word: string }[];
  readonly words: Readonly<Record<Language, Words>>;
  /** Builds the cohort, trains, writes the artifact, scores every record and stores the scores. */
  readonly train: (outcome: Outcome, context: PipelineContext<Store>) => Promise<TrainingResult>;
}

/** Checks a manifest at compile time and hands it on unchanged. */
export function defineVertical<Id extends string, Outcome extends string, Store>(
  vertical: Vertical<Id, Outcome, Store>,
): Vertical<Id, Outcome, Store> {
  return vertical;
}
