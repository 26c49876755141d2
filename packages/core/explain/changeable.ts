/** Features that may be changed: which values they may take, and how far a value is from the record's own. */

export type ChangeableFeature = ChangeableNumber | ChangeableLevel;

interface ChangeableNumber {
  readonly kind: 'number';
  readonly name: string;
  /** The record's own value; null where it is not known, and so cannot be changed. */
  readonly current: number | null;
  readonly minimum: number;
  readonly maximum: number;
  /** Values are `minimum` plus a multiple of it; null: any. */
  readonly step: number | null;
  readonly direction: 'lower' | 'higher' | 'either';
  /** What counts as a distance of 1, such as the width of the middle of the training data. */
  readonly scale: number;
}

interface ChangeableLevel {
  readonly kind: 'level';
  readonly name: string;
  readonly current: string | null;
  /** Those that it may take. */
  readonly levels: readonly string[];
}

/** Values other than the record's own, as many as `points` on either side, the last one at the bound. */
export function changedValues(feature: ChangeableFeature, points: number): (number | string)[] {
  const { current } = feature;
  if (current === null) return [];
  if (feature.kind === 'level') return feature.levels.filter((level) => level !== current);
  const { minimum, maximum, direction, current: own } = feature;
  if (own === null) return [];
  const ends = [...(direction === 'higher' ? [] : [minimum]), ...(direction === 'lower' ? [] : [maximum])];
  const values = ends.flatMap((end) =>
    // An own value beyond the bound on this side has nothing to go to there.
    (end === minimum ? own > minimum : own < maximum) ? between(feature, own, end, points) : [],
  );
  return [...new Set(values)];
}

/** How finely the values between two are looked through. */
const finer = 16;

/** From `from`, itself included, to just before `to`. */
export function smallerValues(
  feature: ChangeableFeature,
  from: number | string,
  to: number | string,
): (number | string)[] {
  if (feature.kind === 'level' || typeof from !== 'number' || typeof to !== 'number') {
    return from === to ? [] : [from];
  }
  return [from, ...between(feature, from, to, finer).filter((value) => value !== to)];
}

/** Distances of the changes, each in its feature's scale; another level is 1 away. */
export function distanceOf(
  features: readonly ChangeableFeature[],
  changes: Readonly<Record<string, number | string>>,
): number {
  return features.reduce((sum, feature) => {
    const value = changes[feature.name];
    if (value === undefined || value === feature.current) return sum;
    if (feature.kind === 'level' || typeof value !== 'number' || feature.current === null) return sum + 1;
    return sum + Math.abs(value - feature.current) / feature.scale;
  }, 0);
}

/** Values on the way from one to another, without the first. */
function between(
  { minimum, maximum, step }: ChangeableNumber,
  from: number,
  to: number,
  points: number,
): number[] {
  const values = Array.from({ length: points }, (_, place) => {
    const value = place === points - 1 ? to : from + ((to - from) * (place + 1)) / points;
    if (step === null) return value;
    const rounded = minimum + step * Math.round((value - minimum) / step);
    // Steps of 0.1 are no sums of halves: what is shown has as many digits as they have.
    return Number(Math.min(maximum, Math.max(minimum, rounded)).toPrecision(12));
  });
  const forward = Math.sign(to - from);
  return [...new Set(values)].filter((value) => Math.sign(value - from) === forward);
}
