/**
 * The smallest change to a record that brings its score past a bound: as few features as possible, then the least scaled
 * distance (as in Wachter et al. 2018, with sparsity first). Only features that were declared changeable are touched, within
 * their bounds. The model is asked with values on a grid, which is then refined; that the score is past the bound is a fact,
 * that no smaller change exists holds up to the grid.
 */
import type { Result } from '../result.ts';
import { type ChangeableFeature, changedValues, distanceOf, smallerValues } from './changeable.ts';

export type Changes = Readonly<Record<string, number | string>>;

export interface Goal {
  /** The score is to be below, or above, the bound. */
  readonly side: 'below' | 'above';
  readonly bound: number;
}

export interface Counterfactual {
  readonly changes: readonly {
    readonly feature: string;
    readonly from: number | string;
    readonly to: number | string;
  }[];
  readonly score: number;
  /** Sum over the changes of distance ÷ scale; another level counts 1. */
  readonly distance: number;
}

export interface CounterfactualError {
  readonly code: 'alreadyThere' | 'nothingChangeable' | 'outOfReach';
  readonly message: string;
  /** The score nearest to the goal that was found, null where nothing could be changed. */
  readonly closest: number | null;
}

/** Scores the record with each set of changes; shape [changes]. */
export type ScoreChanges = (changes: readonly Changes[]) => Promise<ArrayLike<number>>;

/** Values tried on either side of a feature's own, by how many features change together. */
const gridOf: Readonly<Record<number, number>> = { 1: 40, 2: 8, 3: 4 };
const coarsest = 3;
/** Of the least distant candidates of a round, those that are refined. */
const refined = 3;

/** @param most how many features may change */
export async function counterfactual(
  score: ScoreChanges,
  features: readonly ChangeableFeature[],
  goal: Goal,
  most = 3,
): Promise<Result<Counterfactual, CounterfactualError>> {
  const sign = goal.side === 'below' ? 1 : -1;
  const reached = (value: number) => sign * value < sign * goal.bound;
  const [now] = Array.from(await score([{}]));
  if (reached(now)) {
    return failed('alreadyThere', `The score, ${digits(now)}, is already ${goal.side} ${goal.bound}.`, now);
  }
  const movable = features.filter((feature) => changedValues(feature, 1).length > 0);
  if (movable.length === 0) {
    const message =
      'None of the features may be changed: their values are not known, or already at their bounds.';
    return failed('nothingChangeable', message, null);
  }
  let closest = now;
  for (let size = 1; size <= Math.min(most, movable.length); size++) {
    const tried = subsets(movable, size).flatMap((chosen) => combinations(chosen, gridOf[size] ?? coarsest));
    const scores = Array.from(await score(tried));
    for (const value of scores) if (sign * value < sign * closest) closest = value;
    const hits = tried
      .filter((_, place) => reached(scores[place]))
      .sort((one, other) => distanceOf(features, one) - distanceOf(features, other))
      .slice(0, refined);
    if (hits.length === 0) continue;
    const smaller = await Promise.all(
      hits.map((hit) => refine(score, movable, hit, (value) => reached(value))),
    );
    const [best] = smaller.sort(
      (one, other) =>
        Object.keys(one).length - Object.keys(other).length ||
        distanceOf(features, one) - distanceOf(features, other),
    );
    const [final] = Array.from(await score([best]));
    return {
      ok: true,
      value: {
        changes: features.flatMap(({ name, current }) =>
          best[name] === undefined || current === null
            ? []
            : [{ feature: name, from: current, to: best[name] }],
        ),
        score: final,
        distance: distanceOf(features, best),
      },
    };
  }
  const words =
    Math.min(most, movable.length) === 1 ? '1 change' : `${Math.min(most, movable.length)} changes`;
  const message = `Within the bounds ${words} cannot bring the score ${goal.side} ${goal.bound}: the nearest is ${digits(closest)}.`;
  return failed('outOfReach', message, closest);
}

function failed(code: CounterfactualError['code'], message: string, closest: number | null) {
  return { ok: false as const, error: { code, message, closest } };
}

const digits = (value: number): string => value.toPrecision(3);

function subsets<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, place) =>
    subsets(items.slice(place + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/** Every combination of changed values of all the features. */
function combinations(features: readonly ChangeableFeature[], points: number): Changes[] {
  return features.reduce<Changes[]>(
    (all, feature) =>
      all.flatMap((changes) =>
        changedValues(feature, points).map((value) => ({ ...changes, [feature.name]: value })),
      ),
    [{}],
  );
}

/** Each value in turn as near to the record's own as the goal allows; twice, as one may make room for another. */
async function refine(
  score: ScoreChanges,
  features: readonly ChangeableFeature[],
  start: Changes,
  reached: (score: number) => boolean,
): Promise<Changes> {
  let best = start;
  for (const feature of [...features, ...features]) {
    // The second pass looks between the value that failed and the one that reached.
    let from = feature.current;
    for (let pass = 0; pass < 2; pass++) {
      const to = best[feature.name];
      if (to === undefined || from === null) break;
      const values = smallerValues(feature, from, to);
      const tried = values.map((value) => without(best, feature, value));
      if (tried.length === 0) break;
      const scores = Array.from(await score(tried));
      const place = scores.findIndex(reached);
      from = values[(place < 0 ? values.length : place) - 1] ?? from;
      if (place >= 0) best = tried[place];
    }
  }
  return best;
}

function without(changes: Changes, { name, current }: ChangeableFeature, value: number | string): Changes {
  const { [name]: _, ...rest } = changes;
  return value === current ? rest : { ...rest, [name]: value };
}
