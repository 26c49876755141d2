/** Opens an artifact for scoring. */
import type { FeatureRow } from '../table/matrix.ts';
// Not through the tensor engine's door: scoring needs no TensorFlow.js, which would take 100 MB of each scoring thread.
import type { HostTensor } from '../tensor/host.ts';
import { openSession, type Session } from '../tensor/session.ts';
import { modelFile, readArtifact } from './artifact.ts';
import type { ModelCard } from './card.ts';
import type { OpenModel, Score } from './contract.ts';
import { ScoringError } from './errors.ts';

/** Rows computed by one call: keeps the memory of an explained batch to some tens of megabytes. */
export const batchRows = 256;

/**
 * Opens the artifact `<models>/<hash>` after checking its hashes. Sessions of the fold models are opened when first asked.
 *
 * @throws ArtifactError `artifactMissing`, `artifactDamaged` or `cardInvalid`
 */
export async function openModel(models: string, hash: string): Promise<OpenModel> {
  const { card, files } = await readArtifact(models, hash);
  const sessions = new Map<string, Promise<Session>>();
  const sessionOf = (fold: number | null): Promise<Session> => {
    const name = modelFile(fold);
    const known = sessions.get(name);
    if (known) return known;
    const content = files.get(name);
    if (!content) throw new ScoringError('foldUnknown', null, `Model ${hash} has no fold ${fold}.`);
    const opened = openSession(content);
    sessions.set(name, opened);
    return opened;
  };
  await sessionOf(null);
  return {
    hash,
    card,
    bytes: [...files.values()].reduce((bytes, content) => bytes + content.byteLength, 0),
    score: async (rows, fold, signal) => scoreRows(await sessionOf(fold), card, rows, fold, signal),
    release: async () => {
      await Promise.allSettled([...sessions.values()].map(async (session) => (await session).release()));
    },
  };
}

async function scoreRows(
  session: Session,
  card: ModelCard,
  rows: readonly FeatureRow[],
  fold: number | null,
  signal: AbortSignal | undefined,
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
function columnsOf(card: ModelCard, batch: readonly FeatureRow[]): Record<string, HostTensor> {
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
  card: ModelCard,
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

function foldOf(card: ModelCard, fold: number): ModelCard['foldModels'][number] {
  const found = card.foldModels.find((model) => model.fold === fold);
  if (!found) throw new ScoringError('foldUnknown', null, `The card knows no fold ${fold}.`);
  return found;
}
