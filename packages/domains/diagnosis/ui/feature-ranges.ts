/** What the people were like that a model learned from, by feature; of a category that is not one number. */
import type { ModelCard } from '@praxis/core';

type NumericFeature = Exclude<ModelCard['features'][number], { kind: 'category' }>;

/** `low` and `high` are the ends of the middle 98 %, `mean` of a flag is the share of yes, `missing` that of no value. */
export type FeatureRanges = Readonly<
  Record<string, Pick<NumericFeature, 'kind' | 'low' | 'high' | 'mean' | 'missing'>>
>;

export function featureRanges({ features }: Pick<ModelCard, 'features'>): FeatureRanges {
  return Object.fromEntries(
    features.flatMap((feature) => (feature.kind === 'category' ? [] : [[feature.name, feature]])),
  );
}
