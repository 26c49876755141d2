/** The scoring thread: opens artifacts, keeps those used lately, scores rows. Loads ONNX Runtime, but not TensorFlow.js. */
import { task } from '../pool/index.ts';
import type { ModelCard } from '../registry/card.ts';
import type { OpenModel, Score } from '../registry/contract.ts';
import { openModel } from '../registry/open-model.ts';
import { batchRows } from '../registry/score-matrix.ts';
import type { FeatureRow } from '../table/matrix.ts';
import { LeastRecentlyUsed } from './least-recently-used.ts';

/**
 * Artifact files that one thread holds open. Its sessions take about as much again in native memory, which no limit of
 * the JavaScript heap counts.
 */
const openBytes = 128 * 1024 * 1024;

/** Between folder and hash in a key; no path holds it. */
const separator = '\0';

const models = new LeastRecentlyUsed<OpenModel>(
  openBytes,
  async (key) => {
    const [folder = '', hash = ''] = key.split(separator);
    const model = await openModel(folder, hash);
    return { value: model, size: model.bytes };
  },
  (model) => model.release(),
);

interface Artifact {
  /** Folder of the registry. */
  readonly folder: string;
  readonly hash: string;
}

const opened = ({ folder, hash }: Artifact): Promise<OpenModel> => models.get(folder + separator + hash);

export const card = task(async (artifact: Artifact): Promise<ModelCard> => (await opened(artifact)).card);

interface ScoreInput extends Artifact {
  readonly rows: readonly FeatureRow[];
  readonly fold: number | null;
}

/** One batch is a step. */
export const score = task(async ({ rows, fold, ...artifact }: ScoreInput, context): Promise<Score[]> => {
  const model = await opened(artifact);
  const scores: Score[] = [];
  for (let start = 0; start < rows.length; start += batchRows) {
    context.throwIfCancelled();
    scores.push(...(await model.score(rows.slice(start, start + batchRows), fold)));
    context.report(scores.length / rows.length);
  }
  return scores;
});
