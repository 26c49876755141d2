/** What `praxis drift` prints. */
import type { CalibrationDrift, FeatureDrift } from '@praxis/core';
import { aligned, count, figure } from './words.ts';

export interface Drift {
  readonly artifact: string;
  readonly rows: { readonly before: number; readonly after: number };
  readonly features: readonly FeatureDrift[];
  /** null where a file does not hold both outcomes. */
  readonly calibration: CalibrationDrift | null;
}

/** Population stability from which a feature has moved somewhat, and much (Siddiqi 2006). */
const somewhat = 0.1;
const much = 0.25;

function verdict(stability: number): string {
  if (stability >= much) return 'much';
  return stability >= somewhat ? 'somewhat' : 'little';
}

/** The features that have moved most come first. */
function ordered(features: Drift['features']): readonly FeatureDrift[] {
  return features.toSorted((a, b) => b.stability - a.stability);
}

export function driftJson({ artifact, rows, features, calibration }: Drift): string {
  const moved = ordered(features).map((feature) => ({ ...feature, moved: verdict(feature.stability) }));
  return JSON.stringify({ artifact, rows, features: moved, calibration });
}

export function driftLines(
  { rows, features, calibration }: Drift,
  [before, after]: readonly [string, string],
): readonly string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [
    `from ${before} (${count(rows.before)} rows) to ${after} (${count(rows.after)} rows)`,
    ...aligned([
      ['', 'PSI', 'has moved', 'KS', 'p', 'missing before', 'after'],
      ...ordered(features).map(({ name, stability, kolmogorovSmirnov: test, missing }) => [
        name,
        stability.toFixed(3),
        verdict(stability),
        test === null ? '-' : test.statistic.toFixed(3),
        test === null ? '-' : test.p.toFixed(3),
        percent(missing.before),
        percent(missing.after),
      ]),
    ]),
    '',
    ...(calibration === null
      ? ['calibration: not known, as a file does not hold both outcomes']
      : calibrationLines(calibration)),
  ];
}

function calibrationLines({ observedToExpected, slope, intercept }: CalibrationDrift): readonly string[] {
  const line = (name: string, { before, after, change }: CalibrationDrift['slope']) => [
    name,
    before.value.toFixed(3),
    after.value.toFixed(3),
    figure(change, 3),
    change.lower <= 0 && change.upper >= 0 ? 'not distinguishable' : 'has changed',
  ];
  return aligned([
    ['calibration', 'before', 'after', 'change (95 %)', ''],
    line('observed to expected', observedToExpected),
    line('slope', slope),
    line('intercept', intercept),
  ]);
}
