/** Preparation by bounds that are declared, not measured: no number of it comes from a row. */
import type { Preparation, PreparedColumn } from '../../prepare/preparation.ts';
import type { FeatureDefinition } from '../../table/matrix.ts';
import { tf } from '../../tensor/index.ts';
import { PrivacyError } from './errors.ts';
import type { FeatureBounds } from './settings.ts';

/** A preparation, and between what the raw values are first brought; both shape [features]. */
export interface BoundedPreparation {
  readonly preparation: Preparation;
  readonly lows: Float32Array;
  readonly highs: Float32Array;
}

/**
 * Numbers and counts run from −1 to 1 between their bounds, a count on the scale of log(1 + x); flags from −½ to ½; each
 * level of a category is a flag less its share if all were alike. A missing value is 0, the middle, and has a column of its
 * own, whether or not one is missing: that, too, would be learnt from the rows.
 *
 * @throws PrivacyError `boundsMissing`, `boundsInvalid` by the feature's name
 */
export function boundedPreparation(
  features: readonly FeatureDefinition[],
  bounds: Readonly<Record<string, FeatureBounds>>,
): BoundedPreparation {
  const own = features.map((definition) => boundsOf(definition, bounds));
  const columns = features.flatMap((definition, feature) => [
    ...valueColumns(definition, feature, own[feature]),
    column(feature, 'missing', null, 'flag', 0, 1),
  ]);
  return {
    preparation: { features, columns },
    lows: Float32Array.from(own, ({ low }) => low),
    highs: Float32Array.from(own, ({ high }) => high),
  };
}

/**
 * Between what the raw values of a feature may lie: as declared, but for flags and categories, which have their own.
 *
 * @throws PrivacyError `boundsMissing`, `boundsInvalid` by the feature's name
 */
export function boundsOf(
  definition: FeatureDefinition,
  bounds: Readonly<Record<string, FeatureBounds>>,
): FeatureBounds {
  const { name, kind } = definition;
  if (kind === 'flag') return { low: 0, high: 1 };
  // The position after the last stands for other levels.
  if (kind === 'category') return { low: 0, high: definition.levels.length };
  const declared = bounds[name];
  if (!declared) {
    throw new PrivacyError(
      'boundsMissing',
      `${name} has no bounds: declare between what its values may lie.`,
    );
  }
  const { low, high } = declared;
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high && (kind !== 'count' || low >= 0))) {
    throw new PrivacyError(
      'boundsInvalid',
      `${name} has the bounds ${low} and ${high}: the first has to be the smaller, and of a count not below 0.`,
    );
  }
  return declared;
}

function valueColumns(
  definition: FeatureDefinition,
  feature: number,
  { low, high }: FeatureBounds,
): PreparedColumn[] {
  const { kind } = definition;
  if (kind === 'category') {
    const share = 1 / definition.levels.length;
    return definition.levels.map((_, level) => column(feature, 'level', level, 'flag', share, 1));
  }
  if (kind === 'flag') return [column(feature, 'value', null, kind, 0.5, 1)];
  const [from, to] = kind === 'count' ? [Math.log1p(low), Math.log1p(high)] : [low, high];
  return [column(feature, 'value', null, kind, (from + to) / 2, 2 / (to - from))];
}

function column(
  feature: number,
  part: PreparedColumn['part'],
  level: number | null,
  kind: PreparedColumn['kind'],
  centre: number,
  scale: number,
): PreparedColumn {
  return { feature, part, level, kind, centre, scale };
}

/** Brings raw values between their bounds, NaN where missing; shape [batch, features]. */
export function clampRaw({ lows, highs }: BoundedPreparation, raw: tf.Tensor2D): tf.Tensor2D {
  const isMissing = tf.isNaN(raw);
  const known = tf.where(isMissing, tf.zerosLike(raw), raw);
  const clamped = tf.minimum(
    tf.maximum(known, tf.tensor2d(lows, [1, lows.length])),
    tf.tensor2d(highs, [1, highs.length]),
  );
  return tf.where<tf.Tensor2D>(isMissing, raw, tf.reshape(clamped, raw.shape));
}
