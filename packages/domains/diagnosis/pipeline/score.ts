/** Scores every person of the cohort files with the model that has not seen them. */
import type { LoadedModel, Score } from '@praxis/core';
import type { Outcome, PersonHistory } from '../data/records.ts';
import type { DiagnosisInputs } from '../features/definitions.ts';
import { featuresOf, modelInputs } from '../features/features.ts';
import { abstentionOf } from '../service/abstention.ts';
import { riskBand } from '../service/bands.ts';
import type { StoredRisk } from '../service/store.ts';
import { hasOutcomeAtDayZero } from './cohort.ts';

/** How many reasons stand beside a risk in the worklist. */
const reasonsShown = 3;

/**
 * A risk for every history, in their order; no risk for who has the outcome already.
 *
 * @param foldOf the fold in which a cohort member was held out; who is not in it was seen by no model and gets the final one
 */
export async function scoreEveryone(
  outcome: Outcome,
  histories: readonly PersonHistory[],
  foldOf: ReadonlyMap<number, number>,
  model: LoadedModel,
): Promise<StoredRisk[]> {
  const scored = histories.filter((history) => !hasOutcomeAtDayZero(outcome, history));
  const byFold = Map.groupBy(scored, ({ person }) => foldOf.get(person.id) ?? null);
  const risks = new Map<number, StoredRisk>();
  for (const [fold, members] of byFold) {
    const inputs = members.map((history) => modelInputs(outcome, featuresOf(history)));
    const scores = await model.score(inputs, fold);
    for (const [index, { person }] of members.entries()) {
      const [row, score] = [inputs[index], scores[index]];
      if (row === undefined || score === undefined)
        throw new Error(`The model ${model.hash} gave ${scores.length} scores for ${members.length} rows.`);
      risks.set(person.id, storedRisk(person.id, outcome, model, fold, row, score));
    }
  }
  return histories.map(
    ({ person }) =>
      risks.get(person.id) ?? { personId: person.id, outcome, artifact: model.hash, status: 'alreadyHas' },
  );
}

function storedRisk(
  personId: number,
  outcome: Outcome,
  { hash: artifact, card }: LoadedModel,
  fold: number | null,
  inputs: DiagnosisInputs,
  score: Score,
): StoredRisk {
  const { probability, lower, upper, contributions } = score;
  const raisedBy = Object.entries(contributions)
    .filter(([, logOdds]) => logOdds > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, reasonsShown)
    .map(([feature]) => feature);
  const band = riskBand(probability);
  return {
    personId,
    outcome,
    artifact,
    status: 'risk',
    probability,
    lower,
    upper,
    band,
    fold,
    raisedBy,
    abstains: abstentionOf(card, score, inputs),
  };
}
