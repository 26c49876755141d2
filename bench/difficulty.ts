/**
 * How near exercises come to the wished probability of success: `npm run bench:difficulty`. Simulated learners of
 * worlds that differ from the fitted model; then attempts to mastery. A simulation: no learning gain of people.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { otherWorlds, usualAbility, type WorldSettings } from '../packages/domains/practice/index.ts';
import { elo, tunedElo } from './difficulty/elo.ts';
import { difficultyBy, fittedDifficulty } from './difficulty/fitted.ts';
import { anyExercise, fixedOrder, lowestMastery } from './difficulty/others.ts';
import { praxis } from './difficulty/praxis.ts';
import { attemptsToMastery, distanceFromTarget, type MakePolicy } from './difficulty/simulate.ts';
import { meanWithError, median } from './difficulty/statistics.ts';
import { tune } from './difficulty/tune.ts';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '12' },
    json: { type: 'boolean', default: false },
    /** Tries of a search for settings, on other seeds, instead of the bench. */
    tune: { type: 'string' },
  },
});
const count = z.coerce.number().int().positive();
/** Tuning has seeds from 101. */
const seeds = Array.from({ length: count.parse(options.seeds) }, (_, index) => 1_001 + index);
/** Deviation of templates' difficulties from what their features say, in logits, and the goal there. */
const offsets = [
  { templateOffset: 0, goal: 0.115 },
  { templateOffset: 0.4, goal: 0.125 },
  { templateOffset: 0.8, goal: 0.145 },
];
const masterySeeds = seeds.slice(0, 3);

const model = await fittedDifficulty();
const difficulty = difficultyBy(model);
const policies: readonly MakePolicy[] = [
  (curriculum) => praxis(curriculum, model, usualAbility),
  () => elo(tunedElo, difficulty),
  (_, seed) => lowestMastery(seed),
  () => fixedOrder(difficulty),
  (_, seed) => anyExercise(seed),
];

if (options.tune === undefined) {
  distances();
  mastery();
} else tune(count.parse(options.tune), model);

function print(line: string, result: unknown): void {
  console.log(options.json ? JSON.stringify(result) : line);
}

function nameOf(make: MakePolicy): string {
  return make({ skills: [], place: new Map(), templates: [] }, 0).name;
}

function distances(): void {
  for (const { templateOffset, goal } of offsets)
    for (const make of policies) {
      const worlds = otherWorlds.map((world) => ({
        world: world.name,
        ...meanWithError(seeds.map((seed) => distanceFromTarget(make, world, templateOffset, seed))),
      }));
      const mean = worlds.reduce((sum, world) => sum + world.mean, 0) / worlds.length;
      const policy = nameOf(make);
      const line = worlds
        .map((world) => `${world.world} ${world.mean.toFixed(3)} ± ${world.error.toFixed(3)}`)
        .join(', ');
      const verdict = policy === 'Praxis' ? ` (goal ${goal}: ${mean <= goal ? 'met' : 'NOT met'})` : '';
      print(
        `templates off by ${templateOffset}, ${policy}: |success − 0.7| ${mean.toFixed(4)}${verdict}; ${line}`,
        { work: 'distance', templateOffset, policy, mean, goal, worlds },
      );
    }
}

function mastery(): void {
  const same = (world: WorldSettings) => ({
    ...world,
    name: `${world.name}, all exercises teach the same`,
    challengeTeaches: false,
  });
  for (const world of otherWorlds.flatMap((settings) => [settings, same(settings)])) {
    const runs = policies.map((make) =>
      masterySeeds.flatMap((seed) => attemptsToMastery(make, world, 0.4, seed)),
    );
    policies.forEach((make, place) => {
      const attempts = runs[place];
      const { mean } = meanWithError(attempts);
      // The same learners for every policy: differences are surer than means.
      const more = meanWithError(attempts.map((value, learner) => value - runs[0][learner]));
      const policy = nameOf(make);
      const beside =
        place === 0 ? '' : `, ${more.mean.toFixed(1)} ± ${more.error.toFixed(1)} more than Praxis`;
      print(
        `mastery, ${world.name}, ${policy}: attempts ${mean.toFixed(1)}, median ${median(attempts)}${beside}`,
        {
          work: 'mastery',
          world: world.name,
          policy,
          mean,
          median: median(attempts),
          moreThanPraxis: more,
        },
      );
    });
  }
}
