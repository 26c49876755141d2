/** Every figure of a model card in one table, for the CSV: names stay as in `card.json`, so that programs can read it. */
import type { Estimate, ModelCard } from '@praxis/core';
import type { CsvTable } from '@praxis/ui';

type Row = CsvTable['rows'][number];

const estimated = (
  part: string,
  of: string,
  name: string,
  value: Estimate | number | null | undefined,
): Row => {
  if (value === null || value === undefined) return [part, of, name, null, null, null];
  return typeof value === 'number'
    ? [part, of, name, value, null, null]
    : [part, of, name, value.value, value.lower, value.upper];
};

/** A category has the share of each level instead of a mean. */
function distribution(feature: ModelCard['features'][number]): Row[] {
  const { name } = feature;
  if (feature.kind === 'category') {
    return feature.levels.map((level) => estimated('feature', name, `share of ${level.name}`, level.share));
  }
  const { mean, low, high } = feature;
  const middle = { value: mean, lower: low, upper: high };
  return [estimated('feature', name, 'mean, 1st and 99th percentile', middle)];
}

export function cardTable(card: ModelCard): CsvTable {
  return {
    columns: ['part', 'of', 'name', 'value', 'lower', 'upper'],
    rows: [
      estimated('cohort', card.outcome, 'rows', card.data.rows),
      estimated('cohort', card.outcome, 'events', card.data.events),
      ...card.data.excluded.map(({ reason, rows }) => estimated('excluded', reason, 'rows', rows)),
      ...Object.entries(card.performance).map(([name, value]) =>
        estimated('performance', card.learner, name, value),
      ),
      ...card.candidates.flatMap(({ learner, performance }) =>
        Object.entries(performance).map(([name, value]) => estimated('candidate', learner, name, value)),
      ),
      ...card.calibration.bins.flatMap(({ predicted, observed, lower, upper, rows }, bin) => [
        estimated('calibration', `bin ${bin + 1}`, 'predicted', predicted),
        estimated('calibration', `bin ${bin + 1}`, 'observed', { value: observed, lower, upper }),
        estimated('calibration', `bin ${bin + 1}`, 'rows', rows),
      ]),
      ...(card.decisionCurve ?? []).flatMap(({ threshold, model, treatAll, overTreatAll }) => [
        estimated('decisionCurve', String(threshold), 'model', model),
        estimated('decisionCurve', String(threshold), 'treatAll', treatAll),
        estimated('decisionCurve', String(threshold), 'overTreatAll', overTreatAll),
      ]),
      ...(card.thresholds ?? []).flatMap(({ threshold, ...figures }) =>
        Object.entries(figures).map(([name, value]) =>
          estimated('threshold', String(threshold), name, value),
        ),
      ),
      ...(card.explanation?.features ?? []).flatMap(({ feature, share, contribution, permutation }) => [
        estimated('importance', feature, 'share', share),
        estimated('importance', feature, 'contribution', contribution),
        estimated('importance', feature, 'permutation', permutation),
      ]),
      ...(card.explanation?.dependence ?? []).flatMap(({ feature, points }) =>
        points.map(({ value, mean, low, high }) =>
          estimated('dependence', feature, `at ${value}: mean, 10th and 90th percentile`, {
            value: mean,
            lower: low,
            upper: high,
          }),
        ),
      ),
      ...card.subgroups.flatMap(({ group, level, rows, events, auroc, observedToExpected }) => [
        estimated('subgroup', `${group} ${level}`, 'rows', rows),
        estimated('subgroup', `${group} ${level}`, 'events', events),
        estimated('subgroup', `${group} ${level}`, 'auroc', auroc),
        estimated('subgroup', `${group} ${level}`, 'observedToExpected', observedToExpected),
      ]),
      ...card.features.map(({ name, missing }) => estimated('feature', name, 'missing', missing)),
      ...card.features.flatMap(distribution),
      ...card.parts.map(({ learner, weight }) => estimated('part', learner, 'weight', weight)),
      ...Object.entries(card.privacy ?? {}).map(([name, value]) =>
        estimated('privacy', card.learner, name, value),
      ),
    ],
  };
}
