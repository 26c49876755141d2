/** The contract that a practice fulfils to live in the house: one manifest, the same five rooms everywhere. */
import type { TrainingProgress, TrainingResult } from '../train/contract.ts';
import type { ChoiceFigure } from '../train/select.ts';

export type Language = 'en' | 'zh';

/** Nested words of one language; keys are the vertical's own. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** What the house says of a vertical where several stand side by side. */
type VerticalWords<Outcome extends string> = Words & {
  readonly name: string;
  /** What its roles find in it, in a few words. */
  readonly reaches: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
};

/** A place of the navigation; `word` is a key into the vertical's words. */
export interface VerticalPlace {
  readonly href: string;
  readonly word: string;
  /** The page promises that nothing is sent: while it is open, the house asks the server nothing. */
  readonly quiet?: boolean;
  /** Roles that find it instead of the vertical's own: they see this much of it and no more. */
  readonly roles?: readonly string[];
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

/** What pages, endpoints and navigation need to know of a vertical. */
export interface VerticalManifest<Id extends string = string, Outcome extends string = string> {
  readonly id: Id;
  readonly outcomes: readonly Outcome[];
  /** The figure by which its models are chosen, shown beside the AUROC; `auroc` where nothing is said. */
  readonly chosenBy?: ChoiceFigure;
  /** Roles of the house that may enter; everyone else is refused. */
  readonly roles: readonly string[];
  /** The first is where its roles begin. */
  readonly navigation: readonly VerticalPlace[];
  /** A record is opened by its number at `<href>/<number>`; the word takes `id`. */
  readonly record?: VerticalPlace;
  /** Where the card of an outcome's model is shown: `<cards>/<outcome>`. */
  readonly cards?: string;
  /** Where its roles see what a model is worth: `<worth>?model=<artifact>`. */
  readonly worth?: string;
  readonly words: Readonly<Record<Language, VerticalWords<Outcome>>>;
}

export interface Vertical<Id extends string, Outcome extends string, Store>
  extends VerticalManifest<Id, Outcome> {
  /** Builds the cohort, trains, writes the artifact, scores every record and stores the scores. */
  readonly train: (outcome: Outcome, context: PipelineContext<Store>) => Promise<TrainingResult>;
}

/** Checks a manifest at compile time and hands it on unchanged. */
export function defineVertical<Id extends string, Outcome extends string, Store>(
  vertical: Vertical<Id, Outcome, Store>,
): Vertical<Id, Outcome, Store> {
  return vertical;
}
