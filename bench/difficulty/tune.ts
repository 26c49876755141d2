/** Searches settings for Praxis and for Elo, with as many tries each, on seeds that the bench does not use. */
import { createRandom } from '@praxis/core';
import {
  type DifficultyModel,
  otherWorlds,
  usualAbility,
  usualChances,
} from '../../packages/domains/practice/index.ts';
import { elo, tunedElo } from './elo.ts';
import { difficultyBy } from './fitted.ts';
import { praxis } from './praxis.ts';
import { distanceFromTarget, type MakePolicy } from './simulate.ts';

const seeds = [101, 102, 103];
const offsets = [0, 0.4, 0.8];
/** A try changes each setting by a factor: the deviation of its logarithm, and how many settings change at a time. */
const spread = 0.6;
const share = 0.4;

/** Prints each improvement: mean distance from the target over all worlds and offsets, and the settings. */
export function tune(tries: number, model: DifficultyModel): void {
  const difficulty = difficultyBy(model);
  const { guess, slip } = usualChances;
  const { templateDeviation } = model;
  search('hierarchical Elo', { ...tunedElo }, tries, (settings) => () => elo(settings, difficulty));
  search('Praxis', { ...usualAbility, guess, slip, templateDeviation }, tries, (settings) => {
    const { guess, slip, templateDeviation, ...ability } = settings;
    return (curriculum) => praxis(curriculum, { ...model, guess, slip, templateDeviation }, ability);
  });
}

function search<Name extends string>(
  policy: string,
  start: Readonly<Record<Name, number>>,
  tries: number,
  make: (settings: Readonly<Record<Name, number>>) => MakePolicy,
): void {
  const random = createRandom(seeds[0], 5);
  let best = { settings: start, mean: Number.POSITIVE_INFINITY };
  for (let attempt = 0; attempt < tries; attempt++) {
    const settings: Record<Name, number> = { ...best.settings };
    if (attempt > 0)
      for (const name in settings)
        if (random.uniform() < share) settings[name] *= Math.exp(spread * random.normal());
    const runs = offsets.flatMap((offset) =>
      otherWorlds.flatMap((world) =>
        seeds.map((seed) => distanceFromTarget(make(settings), world, offset, seed)),
      ),
    );
    const mean = runs.reduce((sum, value) => sum + value, 0) / runs.length;
    if (mean >= best.mean) continue;
    best = { settings, mean };
    console.log(JSON.stringify({ policy, attempt, mean, settings }));
  }
}
