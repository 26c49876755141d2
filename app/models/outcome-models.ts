/** The models of an outcome as pages and endpoints show them: champion, challengers, the open proposal, the history. */
import 'server-only';
import { type Estimate, type LearnerName, modelCard } from '@praxis/core';
import type { Decision, Purpose, RegistryState } from '@praxis/db';
import { services } from '../server/services.ts';
import { compareModels, type ModelComparison } from './comparison.ts';

export interface ModelView {
  readonly artifact: string;
  readonly state: 'champion' | 'previous' | 'challenger';
  /** From its card; null where this version does not read it. */
  readonly card: {
    readonly learner: LearnerName;
    readonly createdAt: string;
    readonly auroc: Estimate;
    readonly averagePrecision: Estimate;
  } | null;
  /** With the champion; null for itself, and where both held out no same people. */
  readonly comparison: ModelComparison | null;
}

export interface OutcomeModels {
  readonly purpose: Purpose;
  /** The champion first. */
  readonly models: readonly ModelView[];
  readonly proposal: Decision | null;
  /** Newest first. */
  readonly decisions: readonly Decision[];
}

export async function outcomeModels(purpose: Purpose): Promise<OutcomeModels> {
  const { registry, models } = await services();
  const state = await registry.state(purpose);
  const { champion, proposal, decisions } = state;
  const listed = listedModels(state);
  const cards = await models.cards(listed.map(({ artifact }) => artifact));
  const views = await Promise.all(
    listed.map(async ({ artifact, state }): Promise<ModelView> => {
      const read = modelCard.safeParse(cards.get(artifact));
      const comparison =
        champion === null || artifact === champion
          ? null
          : compareModels(await registry.paired(purpose, artifact, champion));
      if (!read.success) return { artifact, state, card: null, comparison };
      const { learner, createdAt, performance } = read.data;
      const { auroc, averagePrecision } = performance;
      return { artifact, state, card: { learner, createdAt, auroc, averagePrecision }, comparison };
    }),
  );
  return { purpose, models: views, proposal, decisions };
}

/** Those that serve, could or did, the champion first. */
export function listedModels({
  champion,
  challengers,
  previous,
}: RegistryState): readonly Pick<ModelView, 'artifact' | 'state'>[] {
  return [
    ...(champion === null ? [] : [{ artifact: champion, state: 'champion' as const }]),
    ...challengers.map((artifact) => ({ artifact, state: 'challenger' as const })),
    ...(previous === null ? [] : [{ artifact: previous, state: 'previous' as const }]),
  ];
}
