/** What would bring a person's risk under the next lower band: the fewest and smallest changes that a person can make. */
import {
  type ChangeableFeature,
  type Changes,
  counterfactual,
  type LoadedModel,
  type Score,
} from '@praxis/core';
import type { Outcome } from '../data/records.ts';
import { type DiagnosisFeature, type DiagnosisFeatures, features } from '../features/definitions.ts';
import { modelInputs } from '../features/features.ts';
import { abstentionOf } from './abstention.ts';
import { bandBounds, riskBand, riskBands } from './bands.ts';
import type { LowerBand } from './contract.ts';
import { applyChanges } from './what-if.ts';

/** No one is advised to be thinner than that, kg/m². */
const leastBmi = 18.5;
/** Nor to lose more than a fifth of their weight. */
const leastShareOfWeight = 0.8;

/**
 * Which way each may go, and how far: towards health only, as far as is usual in treatment. Height can be asked for in a what-if
 * and cannot be changed by anyone.
 */
const goals: Readonly<
  Partial<
    Record<
      string,
      { readonly direction: 'lower' | 'higher'; readonly end: (known: DiagnosisFeatures) => number }
    >
  >
> = {
  weightKg: {
    direction: 'lower',
    end: ({ weightKg, heightCm }) =>
      Math.max(leastShareOfWeight * (weightKg ?? 0), leastBmi * ((heightCm ?? 0) / 100) ** 2),
  },
  hdlMgDl: { direction: 'higher', end: () => 80 },
  sbpMmHg: { direction: 'lower', end: () => 110 },
  smoker: { direction: 'lower', end: () => 0 },
};

/** @throws what the model's `score` throws, the signal's reason included */
export async function lowerBand(
  outcome: Outcome,
  known: DiagnosisFeatures,
  model: LoadedModel,
  fold: number | null,
  signal: AbortSignal | undefined,
): Promise<LowerBand> {
  const inputsAfter = (changes: Changes) => modelInputs(outcome, changed(known, changes));
  const abstains = (score: Score, changes: Changes) =>
    abstentionOf(model.card, score, inputsAfter(changes)) !== null;
  const scores = (all: readonly Changes[]): Promise<Score[]> =>
    model.score(all.map(inputsAfter), fold, signal);
  const [now] = await scores([{}]);
  if (abstains(now, {})) return { status: 'none', reason: 'abstains' };
  const bound = bandBounds[riskBands.indexOf(riskBand(now.probability)) - 1];
  if (bound === undefined) return { status: 'none', reason: 'lowestBand' };
  const changeable = features.flatMap((feature) => changeableOf(feature, known, model));
  const found = await counterfactual(
    // Where the model would not answer nothing is promised.
    async (all) => (await scores(all)).map((score, at) => (abstains(score, all[at]) ? 1 : score.probability)),
    changeable,
    { side: 'below', bound },
  );
  if (!found.ok) {
    const { code, closest } = found.error;
    return code === 'outOfReach' && closest !== null
      ? { status: 'none', reason: code, bound, closest }
      : { status: 'none', reason: 'nothingChangeable' };
  }
  const changes = found.value.changes.map(({ feature, from, to }) => ({
    feature,
    from: Number(from),
    to: Number(to),
  }));
  const [then] = await scores([Object.fromEntries(changes.map(({ feature, to }) => [feature, to]))]);
  const { probability, lower, upper } = then;
  return { status: 'change', bound, changes, probability, lower, upper, band: riskBand(probability) };
}

function changed(known: DiagnosisFeatures, changes: Changes): DiagnosisFeatures {
  const numbers = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, Number(value)]));
  const result = applyChanges(known, numbers);
  if (result.ok) return result.value;
  throw new RangeError(
    `A suggested change of ${Object.keys(changes).join(', ')} is outside what may be entered.`,
  );
}

function changeableOf(
  { name, kind, changeable }: DiagnosisFeature,
  known: DiagnosisFeatures,
  { card }: LoadedModel,
): ChangeableFeature[] {
  const goal = goals[name];
  if (goal === undefined || changeable === null) return [];
  const end = Math.min(changeable.maximum, Math.max(changeable.minimum, goal.end(known)));
  const learnt = card.features.find((feature) => feature.name === name);
  const width = learnt === undefined || learnt.kind === 'category' ? 0 : learnt.high - learnt.low;
  const { step } = changeable;
  return [
    {
      kind: 'number',
      name,
      current: known[name],
      minimum: goal.direction === 'lower' ? Math.ceil(end / step) * step : changeable.minimum,
      maximum: goal.direction === 'higher' ? Math.floor(end / step) * step : changeable.maximum,
      step,
      direction: goal.direction,
      scale: kind === 'flag' || width <= 0 ? 1 : width,
    },
  ];
}
