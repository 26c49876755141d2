/** What can be said of where the rows of a run lie. */
import type { RunProjection } from './view.ts';

type Component = RunProjection['components'][number];

/**
 * Where a twentieth of the test rows is expected outside, at least a tenth certainly is: a judgement from which on they count
 * as lying apart.
 */
const apartBelow = 0.9;

export function findingOf({ inside }: RunProjection): 'among' | 'apart' {
  return inside.upper < apartBelow ? 'apart' : 'among';
}

const mostNamed = 3;

/** The fewest features that make up half of a component, at most three. */
export function mainFeatures({ features }: Component): Component['features'] {
  let told = 0;
  return features.slice(0, mostNamed).filter(({ weight }) => {
    const wanted = told < 0.5;
    told += weight;
    return wanted;
  });
}

/** The points of one part and one label. */
export function pointsOf({ points }: RunProjection, part: 'train' | 'test', label: 0 | 1) {
  return points
    .filter((point) => point.part === part && point.label === label)
    .map(({ first, second }) => ({ x: first, y: second }));
}
