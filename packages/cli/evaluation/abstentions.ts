/** How often a risk is withheld and why, and whether those risks would have been worse than the others. */
import { type Estimate, performanceOf, wilson } from '@praxis/core';
import type { StoredRisk } from '@praxis/diagnosis';

type Scored = Extract<StoredRisk, { status: 'risk' }>;

export interface AbstentionFigures {
  /** null: those to whom a risk is given. */
  readonly reason: NonNullable<Scored['abstains']>['reason'] | null;
  /** Everyone who was scored. */
  readonly scored: number;
  /** Those of them whom a fold held out: what follows is of their scores by the model that had not seen them. */
  readonly people: number;
  readonly events: number;
  /** Share of events with its 95 % interval, and the mean risk. */
  readonly observed: Estimate;
  readonly predicted: number;
  /** null where there are too few events, or others, to judge. */
  readonly auroc: Estimate | null;
  readonly brier: Estimate | null;
}

/** Fewest events, and fewest others, by which a figure is worth printing. */
const fewestOfEach = 10;

/** @param events by person whom a fold held out: whether the outcome came */
export function abstentionFigures(
  risks: readonly StoredRisk[],
  events: ReadonlyMap<number, boolean>,
): readonly AbstentionFigures[] {
  const scored = risks.filter((risk) => risk.status === 'risk');
  const groups = Map.groupBy(scored, ({ abstains }) => abstains?.reason ?? null);
  return [...groups]
    .toSorted(([, some], [, others]) => others.length - some.length)
    .map(([reason, members]) => ({ reason, scored: members.length, ...figuresOf(members, events) }));
}

function figuresOf(
  members: readonly Scored[],
  events: ReadonlyMap<number, boolean>,
): Omit<AbstentionFigures, 'reason' | 'scored'> {
  const heldOut = members.filter(({ personId }) => events.has(personId));
  const labels = Uint8Array.from(heldOut, ({ personId }) => (events.get(personId) === true ? 1 : 0));
  const probabilities = Float64Array.from(heldOut, ({ probability }) => probability);
  const people = heldOut.length;
  const had = labels.reduce((sum, label) => sum + label, 0);
  const canBeJudged = had >= fewestOfEach && people - had >= fewestOfEach;
  const judged = canBeJudged ? performanceOf(labels, probabilities, 0) : null;
  return {
    people,
    events: had,
    observed: { value: had / people, ...wilson(had, people) },
    predicted: probabilities.reduce((sum, probability) => sum + probability, 0) / people,
    auroc: judged?.auroc ?? null,
    brier: judged?.brier ?? null,
  };
}
