/** A model in a folder, trained here or imported, as the commands use it. */
import {
  type Calibration,
  definitionsOf,
  type ExplanationStatement,
  explanationOf,
  type FeatureDefinition,
  type LearnerName,
  type ModelCard,
  type OpenModel,
  openImportedFolder,
  openModelFolder,
} from '@praxis/core';

export interface TableModel extends Pick<OpenModel, 'hash' | 'scoreMatrix' | 'familiarity' | 'release'> {
  readonly learner: LearnerName;
  readonly outcome: string;
  readonly features: readonly FeatureDefinition[];
  /** The column that says what happened; null where the card names none. */
  readonly target: { readonly column: string; readonly positive: string; readonly negative: string } | null;
  /** The column that names rows, null where the card names none. */
  readonly id: string | null;
  /** Rows of one value in this column belong together, null where the card names none. */
  readonly group: string | null;
  /** null where the outcome has no horizon. */
  readonly horizonDays: number | null;
  readonly calibration: Calibration;
  /** Hashes of the files that it was trained on. */
  readonly sources: readonly string[];
  readonly interval: boolean;
  /** Sets of outcomes; undefined where the card has none. */
  readonly conformal: ModelCard['conformal'];
  /** From which contributions are counted; null where the model cannot be explained. */
  readonly baselineLogOdds: number | null;
  readonly explanation: ExplanationStatement;
  /** The middle 98 % of each number among the training rows, as far as they are known. */
  readonly ranges: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
}

/** @throws ArtifactError where there is no model, or it is not as it was written */
export async function openTableModel(folder: string): Promise<TableModel> {
  const imported = await openImportedFolder(folder);
  if (imported !== null) {
    const { card } = imported;
    return {
      ...imported,
      learner: card.learner,
      outcome: card.outcome,
      features: card.features,
      target: card.target,
      id: null,
      group: null,
      horizonDays: null,
      calibration: { slope: 1, intercept: 0 },
      sources: card.trainedOn ?? [],
      interval: false,
      conformal: undefined,
      familiarity: null,
      baselineLogOdds: null,
      explanation: explanationOf({ parts: [{ learner: card.learner, weight: 1 }] }),
      ranges: new Map(),
    };
  }
  const trained = await openModelFolder(folder);
  const { card } = trained;
  const { table } = card;
  return {
    ...trained,
    learner: card.learner,
    outcome: card.outcome,
    features: definitionsOf(card.features),
    target:
      table === undefined
        ? null
        : { column: table.target, positive: table.positive, negative: table.negative },
    id: table?.id ?? null,
    group: table?.group ?? null,
    horizonDays: card.horizonDays,
    calibration: card.calibration,
    sources: card.data.sources.map(({ sha256 }) => sha256),
    interval: card.interval !== null,
    conformal: card.conformal,
    baselineLogOdds: card.imported === undefined ? card.baselineLogOdds : null,
    explanation: explanationOf(card),
    ranges: new Map(
      card.features.flatMap((feature) =>
        feature.kind === 'category' ? [] : [[feature.name, { low: feature.low, high: feature.high }]],
      ),
    ),
  };
}
