/** What `praxis compare` prints: the first model's figures minus those of the second, on the same rows. */
import { type Comparison, notDistinguishable } from '@praxis/core';
import type { Resampled } from '../table/resampled.ts';
import { evaluationObject, type Judged, type Rows } from './evaluation-report.ts';
import { aligned, count, figure, learnerWords } from './words.ts';

const figures = ['auroc', 'brier', 'logLoss'] as const;
type Figure = (typeof figures)[number];

interface Difference {
  readonly difference: number;
  /** Ends of the 95 % interval. */
  readonly lower: number;
  readonly upper: number;
  /** Of the paired test; null where groups were resampled, as the test takes rows for independent. */
  readonly p: number | null;
}

export interface Differences {
  /** null where most resamples cannot give it. */
  readonly of: Readonly<Record<Figure, Difference | null>>;
  /** null where each row stands for itself. */
  readonly resampled: Resampled | null;
}

/** @param resampled the same differences over groups of rows, whose intervals then take the place of the test's */
export function differencesOf(comparison: Comparison, resampled: Resampled | null = null): Differences {
  const told = (name: Figure): Difference | null => {
    if (resampled === null) return comparison[name];
    const found = resampled.figures.get(name) ?? null;
    return found && { difference: found.value, lower: found.lower, upper: found.upper, p: null };
  };
  return { of: { auroc: told('auroc'), brier: told('brier'), logLoss: told('logLoss') }, resampled };
}

/** By figure; `low` and `high` are the ends of the 95 % interval. */
export function differencesJson({ of }: Differences) {
  const plain = (name: Figure) => {
    const found = of[name];
    if (found === null) return null;
    const { difference, lower, upper, p } = found;
    const tested = p === null ? {} : { p };
    return { difference, low: lower, high: upper, ...tested, distinguishable: !notDistinguishable(found) };
  };
  return { auroc: plain('auroc'), brier: plain('brier'), logLoss: plain('logLoss') };
}

export function comparisonJson(
  models: readonly [Judged, Judged],
  differences: Differences,
  { rows, events }: Rows,
): string {
  const { resampled } = differences;
  return JSON.stringify({
    rows,
    events,
    models: models.map(evaluationObject),
    differences: differencesJson(differences),
    bootstrap: resampled && {
      group: resampled.group,
      groups: resampled.groups,
      resamples: resampled.resamples,
    },
  });
}

export function comparisonLines(
  [first, second]: readonly [Judged, Judged],
  folders: readonly [string, string],
  { of, resampled }: Differences,
  rows: Rows,
): readonly string[] {
  const line = (name: string, key: Figure, higherIsBetter: boolean) => {
    const found = of[key];
    const values = [first, second].map(({ performance }) => performance[key].value.toFixed(4));
    if (found === null) return [name, ...values, 'most resamples cannot give it'];
    const { difference, lower, upper, p } = found;
    const better = difference > 0 === higherIsBetter ? folders[0] : folders[1];
    return [
      name,
      ...values,
      figure({ value: difference, lower, upper }, 4),
      ...(p === null ? [] : [p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`]),
      notDistinguishable(found) ? 'not distinguishable' : `${better} is better`,
    ];
  };
  return [
    `${folders[0]} (${learnerWords[first.learner]}) against ${folders[1]} (${learnerWords[second.learner]}), on ${count(rows.rows)} rows, ${count(rows.events)} with the outcome`,
    ...aligned([
      ['', folders[0], folders[1], 'difference (95 %)'],
      line('AUROC', 'auroc', true),
      line('Brier score', 'brier', false),
      line('log loss', 'logLoss', false),
    ]),
    ...(resampled === null
      ? []
      : [
          `  intervals of ${count(resampled.resamples)} resamples of ${count(resampled.groups)} groups of "${resampled.group}"`,
        ]),
  ];
}
