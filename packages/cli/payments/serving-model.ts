/** The model that decides payments, in this process: a batch is computed in about a millisecond, less than a thread costs. */
import { definitionsOf, type OpenModel, openModel } from '@praxis/core/serving';
import type { DecisionModel } from '@praxis/fraud/service';

/** How often it is looked whether another model serves by now. */
const lookAgainMs = 2_000;

/**
 * The champion's model, opened once one serves and again when another takes its place; the one before answers until then. What cannot be opened is told in the log, and counts as no model.
 *
 * @param champion the artifact that serves, null before the first
 * @param models folder of the registry
 */
export function servingModel(
  champion: () => Promise<string | null>,
  models: string,
): () => Promise<DecisionModel | null> {
  let present: OpenModel | null = null;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const artifact = await champion();
    if (artifact === null || artifact === present?.hash) return;
    const before = present;
    present = await openModel(models, artifact);
    await before?.release();
  }

  const lookOnce = (): Promise<void> => {
    looking ??= look()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        looking = null;
      });
    return looking;
  };
  // By itself: no payment shall wait for a model that is being opened.
  setInterval(lookOnce, lookAgainMs).unref();

  return async () => {
    if (present === null) await lookOnce();
    return present === null ? null : decisionModel(present);
  };
}

function decisionModel(model: OpenModel): DecisionModel {
  const features = definitionsOf(model.card.features);
  const matrix = (rows: Float32Array, count: number) => ({ features, rows: count, values: rows });
  return {
    artifact: model.hash,
    score: async (rows, count) =>
      (await model.scoreMatrix(matrix(rows, count), { explain: false })).probability,
    async explain(row) {
      const { contributions } = await model.scoreMatrix(matrix(row, 1), { explain: true });
      return Object.fromEntries(features.map(({ name }, column) => [name, contributions?.[column] ?? 0]));
    },
  };
}
