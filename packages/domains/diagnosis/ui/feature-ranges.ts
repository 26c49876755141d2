/** Where the middle 98 % of the cohort lie, by feature; a category has no such range. */
import type { ModelCard } from '@praxis/core';

export type FeatureRanges = Readonly<Record<string, { readonly low: number; readonly high: number }>>;

export function featureRanges({ features }: Pick<ModelCard, 'features'>): FeatureRanges {
  return Object.fromEntries(
    features.flatMap((feature) =>
      feature.kind === 'category' ? [] : [[feature.name, { low: feature.low, high: feature.high }]],
    ),
  );
}
