/** Rows into a model, scores out of it. */
import type { FeatureRow } from '../table/matrix.ts';
import type { HostTensor } from '../tensor/host.ts';
import type { ModelCard } from './card.ts';
import type { Score } from './contract.ts';
import { ScoringError } from './errors.ts';

/** Rows computed by one call: keeps the memory of an explained batch to some tens of megabytes. */
export const batchRows = 256;

/** What a model is asked with and what it answers; the same on a server and in a browser. */
export interface Runner {
  run(inputs: Record<string, HostTensor>): Promise<Readonly<Record<string, HostTensor>>>;
}

/** What of a card turns numbers into scores. */
export type ScoringCard = Pick<ModelCard, 'features' | 'baselineLogOdds' | 'calibration' | 'foldModels'>;

/**
 * @param rows every feature of the card by name and no other; null is missing
 * @param fold the model that has not seen it ran, or null for the final one
 * @throws ScoringError for a row that does not fit, and what `signal` aborts with between two batches
 */
export async function scoreRows(
  session: Runner,
  card: ScoringCard,
  rows: readonly FeatureRow[],
  fold: number | null,
  signal?: AbortSignal,
): Promise<Score[]> {
  const scores: Score[] = [];
  for (let start = 0; start < rows.length; start += batchRows) {
    signal?.throwIfAborted();
    const batch = rows.slice(start, start + batchRows);
    const outputs = await session.run(columnsOf(card, batch));
    scores.push(...batch.map((_, row) => scoreAt(card, fold, outputs, row)));
  }
  return scores;
}

/** One input a feature, shape [batch, 1], NaN where missing. */
function columnsOf(card: ScoringCard, batch: readonly FeatureRow[]): Record<string, HostTensor> {
  const names = new Set(card.features.map(({ name }) => name));
  for (const row of batch) {
    const unknown = Object.keys(row).find((name) => !names.has(name));
    if (unknown !== undefined) {
      throw new ScoringError('featureUnknown', unknown, `The model has no feature "${unknown}".`);
    }
  }
  return Object.fromEntries(
    [...names].map((name) => {
      const data = Float32Array.from(batch, (row) => inputValue(name, row[name]));
      return [name, { shape: [batch.length, 1], dtype: 'float32', data }];
    }),
  );
}

function inputValue(name: string, value: number | null | undefined): number {
  if (value === undefined) {
    throw new ScoringError(
      'featureMissing',
      name,
      `The row has no "${name}": null says that it is not known.`,
    );
  }
  if (value === null) return Number.NaN;
  if (Number.isFinite(value)) return value;
  throw new ScoringError('valueInvalid', name, `"${name}" is ${value}: a finite number or null is needed.`);
}

function scoreAt(
  card: ScoringCard,
  fold: number | null,
  outputs: Readonly<Record<string, HostTensor>>,
  row: number,
): Score {
  const { baselineLogOdds, calibration } = fold === null ? card : foldOf(card, fold);
  const width = card.features.length;
  const contributions: Record<string, number> = {};
  let explained = baselineLogOdds;
  card.features.forEach(({ name }, column) => {
    contributions[name] = outputs.contributions.data[row * width + column];
    explained += contributions[name];
  });
  const logOdds = outputs.logOdds.data[row];
  return {
    probability: outputs.probability.data[row],
    lower: outputs.lower.data[row],
    upper: outputs.upper.data[row],
    logOdds,
    baselineLogOdds,
    calibration: { slope: calibration.slope, intercept: calibration.intercept },
    contributions,
    residual: logOdds - explained,
  };
}

function foldOf(card: ScoringCard, fold: number): ModelCard['foldModels'][number] {
  const found = card.foldModels.find((model) => model.fold === fold);
  if (!found) throw new ScoringError('foldUnknown', null, `The card knows no fold ${fold}.`);
  return found;
}
