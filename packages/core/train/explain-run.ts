/** What matters to the model of a run, by rows that it has not seen: a bounded number of them, so that it takes seconds. */
import { whatMatters } from '../explain/what-matters.ts';
import { createRandom, shuffle } from '../random.ts';
import { modelFile } from '../registry/artifact.ts';
import type { ModelCard } from '../registry/card.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { type CalibratedModel, graphOf } from './artifact-files.ts';
import { selectRows } from './fit-data.ts';
import { asOne, openExplainable } from './held-out-models.ts';

/** Rows that are asked, and rows with a shuffled value: of a wide table fewer, but never below the fewest. */
const [fewestRows, mostRows, mostShuffledRows] = [100, 1000, 200_000];
const settings = { repeats: 2, mostShuffled: 20, mostDrawn: 6, points: 10 };

/** A model and the rows that it has not seen. */
export interface HeldOut {
  readonly model: CalibratedModel;
  readonly rows: Int32Array;
}

/**
 * @param matrix the columns that the model reads, in its order
 * @param files of the artifact: a graph that is among them is not made again
 * @returns undefined for a private model: each figure would tell of the rows what its training does not
 * @throws the signal's reason
 */
export async function explainRun(
  matrix: FeatureMatrix,
  labels: Uint8Array,
  heldOut: readonly HeldOut[],
  files: ReadonlyMap<string, Uint8Array>,
  { seed, signal }: { readonly seed: number; readonly signal: AbortSignal },
): Promise<ModelCard['explanation']> {
  if (heldOut.some(({ model }) => model.fitted.kind === 'privateLogistic')) return undefined;
  const width = matrix.features.length;
  const most = Math.floor(mostShuffledRows / (settings.repeats * width));
  const parts = someOf(heldOut, Math.min(mostRows, Math.max(fewestRows, most)), seed);
  const rows = Int32Array.from(parts.flatMap((part) => [...part.rows]));
  const own = Uint8Array.from(rows, (row) => labels[row]);

  const opened = [];
  try {
    for (const part of parts) {
      const { model } = part;
      signal.throwIfAborted();
      const graph = files.get(modelFile(model.fold)) ?? graphOf(matrix.features, model);
      const explainable = await openExplainable(model, graph, width, signal);
      opened.push({ rows: part.rows.length, model: explainable });
    }
    const found = await whatMatters(asOne(opened), selectRows(matrix, rows), own, {
      ...settings,
      dependenceRows: rows.length,
      seed,
    });
    return {
      rows: rows.length,
      events: own.reduce((sum, label) => sum + label, 0),
      features: [...found.features],
      dependence: found.dependence.map(({ feature, points }) => ({ feature, points: [...points] })),
    };
  } finally {
    for (const { model } of opened) await model.release();
  }
}

/** About as many rows in all, of each model the same share. */
function someOf(heldOut: readonly HeldOut[], most: number, seed: number): HeldOut[] {
  const total = heldOut.reduce((sum, { rows }) => sum + rows.length, 0);
  const random = createRandom(seed);
  return heldOut.map(({ model, rows }) => {
    const dealt = Int32Array.from(rows);
    shuffle(dealt, random);
    return { model, rows: dealt.slice(0, Math.ceil(rows.length * Math.min(1, most / total))) };
  });
}
