/** What acting on a model does, and figures with bootstrap intervals, as `praxis evaluate` prints them. */
import type { Estimate, ModelCard } from '@praxis/core';
import type { Resampled } from '../table/resampled.ts';
import { aligned, count, figure } from './words.ts';

const share = (value: Estimate | null): string =>
  value === null ? '–' : `${(100 * value.value).toFixed(1)} %`;

/** Net benefit is shown at the thresholds of the table, which are among those of the curve. */
export function thresholdLines(
  thresholds: NonNullable<ModelCard['thresholds']>,
  curve: NonNullable<ModelCard['decisionCurve']>,
): readonly string[] {
  const benefits = new Map(curve.map((point) => [point.threshold, point]));
  return aligned([
    ['from', 'flagged', 'sensitivity', 'specificity', 'PPV', 'NPV', 'net benefit (95 %)', 'of all'],
    ...thresholds.map(({ threshold, flagged, sensitivity, specificity, ppv, npv }) => {
      const at = benefits.get(threshold);
      return [
        `${Math.round(threshold * 100)} %`,
        count(flagged),
        ...[sensitivity, specificity, ppv, npv].map(share),
        at === undefined ? '' : figure(at.model, 3),
        at === undefined ? '' : at.treatAll.toFixed(3),
      ];
    }),
  ]);
}

export function resampledLines(resampled: Resampled | null): readonly string[] {
  if (resampled === null) return [];
  const { group, groups, resamples, figures } = resampled;
  const what = group === null ? 'rows' : `groups of "${group}"`;
  return [
    `  with 95 % intervals of ${count(resamples)} resamples of ${count(groups)} ${what}:`,
    ...aligned(
      [...figures].map(([name, value]) => [
        '',
        name,
        value === null ? 'most resamples cannot give it' : figure(value, 4),
      ]),
    ),
  ];
}

export function resampledJson(resampled: Resampled | null) {
  if (resampled === null) return null;
  const { figures, ...of } = resampled;
  const named = [...figures].map(([name, value]) => [
    name,
    value && { value: value.value, low: value.lower, high: value.upper },
  ]);
  return { ...of, figures: Object.fromEntries(named) };
}
