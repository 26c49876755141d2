/** The features of a private model as its card lists them: from what was declared, so that no row has a part in it. */
import type { ModelCard } from '../../registry/card.ts';
import type { FeatureDefinition } from '../../table/matrix.ts';
import { boundsOf } from './bounded-preparation.ts';
import type { FeatureBounds } from './settings.ts';

/**
 * `low` and `high` are the bounds, `mean` is what a missing value is taken as, none is missing, and all levels have one share.
 *
 * @param bounds by the name of the feature
 * @throws PrivacyError `boundsMissing`, `boundsInvalid` by the feature's name
 */
export function declaredFeatures(
  features: readonly FeatureDefinition[],
  bounds: Readonly<Record<string, FeatureBounds>>,
): ModelCard['features'] {
  return features.map((feature) => {
    if (feature.kind === 'category') {
      const { name, kind, unit, levels } = feature;
      const share = 1 / levels.length;
      return {
        name,
        kind,
        unit,
        missing: 0,
        levels: levels.map((level) => ({ name: level, share })),
        declared: true,
      };
    }
    const { name, kind, unit } = feature;
    const { low, high } = boundsOf(feature, bounds);
    // A count is learnt on the scale of log(1 + x).
    const mean = kind === 'count' ? Math.expm1((Math.log1p(low) + Math.log1p(high)) / 2) : (low + high) / 2;
    return { name, kind, unit, missing: 0, mean, low, high, declared: true };
  });
}
