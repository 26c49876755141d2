/** Rows into a model, scores out of it. */
import { conformalSet } from '../conformal/sets.ts';
import { abstentionOf } from '../familiarity/abstention.ts';
import type { MeasureFamiliarity } from '../familiarity/familiarity.ts';
import type { FeatureRow } from '../table/matrix.ts';
import type { ModelCard } from './card.ts';
import type { Score } from './contract.ts';
import { ScoringError } from './errors.ts';
import { definitionsOf, matrixOfRows } from './inputs.ts';
import { type ExplainTrees, type MatrixScores, type Runner, scoreMatrix } from './score-matrix.ts';

/** What of a card turns numbers into scores. */
export type ScoringCard = Pick<
  ModelCard,
  'features' | 'baselineLogOdds' | 'calibration' | 'conformal' | 'foldModels'
>;

/**
 * @param rows every feature of the card by name and no other; null is missing
 * @param fold the model that has not seen it ran, or null for the final one
 * @param trees explains the trees of the model, null where it has none
 * @param familiarity measures how far a row lies from the training rows, null where that is not known
 * @throws ScoringError for a row that does not fit, and what `signal` aborts with between two batches
 */
export async function scoreRows(
  session: Runner,
  card: ScoringCard,
  rows: readonly FeatureRow[],
  fold: number | null,
  {
    trees = null,
    familiarity = null,
    signal,
  }: {
    readonly trees?: ExplainTrees | null;
    readonly familiarity?: MeasureFamiliarity | null;
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<Score[]> {
  const matrix = matrixOfRows(definitionsOf(card.features), rows);
  const scores = await scoreMatrix(session, matrix, { explain: trees ?? true, signal });
  const { baselineLogOdds, calibration } = fold === null ? card : foldOf(card, fold);
  const width = card.features.length;
  return rows.map((_, row) => {
    const score = scoreAt(card, { baselineLogOdds, calibration }, scores, row);
    const known = familiarity?.(matrix.values.subarray(row * width, (row + 1) * width)) ?? null;
    const set = card.conformal ? conformalSet(card.conformal.thresholds, score.probability) : null;
    return { ...score, familiarity: known, abstains: abstentionOf(known, set) };
  });
}

function scoreAt(
  { features }: ScoringCard,
  { baselineLogOdds, calibration }: Pick<ScoringCard, 'baselineLogOdds'> & Pick<Score, 'calibration'>,
  { probability, lower, upper, logOdds, contributions }: MatrixScores,
  row: number,
): Omit<Score, 'familiarity' | 'abstains'> {
  const byName: Record<string, number> = {};
  let explained = baselineLogOdds;
  features.forEach(({ name }, column) => {
    const contribution = contributions?.[row * features.length + column] ?? 0;
    byName[name] = contribution;
    explained += contribution;
  });
  return {
    probability: probability[row],
    lower: lower[row],
    upper: upper[row],
    logOdds: logOdds[row],
    baselineLogOdds,
    calibration: {
      slope: calibration.slope,
      intercept: calibration.intercept,
      ...(calibration.curve === undefined ? {} : { curve: calibration.curve }),
    },
    contributions: byName,
    residual: logOdds[row] - explained,
  };
}

function foldOf(card: ScoringCard, fold: number): ModelCard['foldModels'][number] {
  const found = card.foldModels.find((model) => model.fold === fold);
  if (!found) throw new ScoringError('foldUnknown', null, `The card knows no fold ${fold}.`);
  return found;
}
