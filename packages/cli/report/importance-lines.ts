/** What matters to a model over many rows, as its card and an explanation of a file print it. */
import type { FeatureImportance, ModelCard, PartialDependence } from '@praxis/core';
import { aligned, count, figure } from './words.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** @param dependence of some of the features */
export function importanceLines(
  features: readonly FeatureImportance[],
  dependence: readonly PartialDependence[],
): readonly string[] {
  return aligned([
    ['', 'share', 'mean contribution, log-odds', 'log loss when shuffled', 'average answer at'],
    ...features.map(({ feature, share, contribution, permutation }) => [
      feature,
      share === null ? '–' : percent(share),
      contribution === null ? '–' : figure(contribution, 3),
      permutation === null ? '–' : `+${figure(permutation, 4)}`.replace('+-', '-'),
      ends(dependence.find((one) => one.feature === feature)?.points ?? []),
    ]),
  ]);
}

/** Of many values the first and the last. */
function ends(points: PartialDependence['points']): string {
  const shown = points.length > 4 ? [points[0], points[points.length - 1]] : points;
  return shown.map(({ value, mean }) => `${shortValue(value)}: ${percent(mean)}`).join(', ');
}

const shortValue = (value: number | string): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(4))) : value;

/** A card shows the first of many. */
const mostShown = 10;

/** What a card says of it; of an older card nothing. */
export function cardImportanceLines({ explanation, parts }: ModelCard): readonly string[] {
  if (explanation === undefined) {
    const isPrivate = parts.some(({ learner }) => learner === 'privateLogistic');
    return isPrivate ? ['  left out: it would tell of the rows what private training does not'] : [];
  }
  const { rows, events, features, dependence } = explanation;
  const more = features.length - mostShown;
  return [
    `  on ${count(rows)} rows, ${count(events)} with the outcome, each asked of a model that had not seen it`,
    ...importanceLines(features.slice(0, mostShown), dependence),
    ...(more > 0 ? [`  and ${more} more, in --json`] : []),
  ];
}
