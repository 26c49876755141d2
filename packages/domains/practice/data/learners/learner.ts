/** A simulated learner: what only the simulation knows. Labelled as simulated wherever it is shown. */
import { createRandom, type Random } from '@praxis/core';
import type { Candidate } from '../candidate.ts';
import { type Curriculum, featureDifficulty } from './curriculum.ts';
import type { WorldSettings } from './world.ts';

interface TemplateTruth {
  readonly difficulty: number;
  readonly slope: number;
  readonly guess: number;
}

/** A world with its curriculum and what is true of each template in it. */
export interface World {
  readonly settings: WorldSettings;
  readonly curriculum: Curriculum;
  readonly templates: ReadonlyMap<string, TemplateTruth>;
}

/** @param templateOffset how far templates lie from what their features say: a deviation in logits */
export function simulatedLearnerWorld(
  settings: WorldSettings,
  curriculum: Curriculum,
  templateOffset: number,
  seed: number,
): World {
  const random = createRandom(seed, 2);
  const templates = curriculum.templates.flat().map(({ id }): [string, TemplateTruth] => [
    id,
    {
      difficulty: templateOffset * random.normal(),
      slope: Math.exp(settings.slope * random.normal()),
      guess: settings.guess * random.uniform(),
    },
  ]);
  return { settings, curriculum, templates: new Map(templates) };
}

export class SimulatedLearner {
  readonly #world: World;
  readonly #overall: number;
  readonly #skills: number[];
  readonly #practised: number[];
  readonly #slip: number;
  readonly #forgetting: number;
  readonly #gain: number;

  constructor(world: World, random: Random) {
    const { settings, curriculum } = world;
    this.#world = world;
    this.#overall = settings.overall * random.normal();
    const own = Math.sqrt(1 - settings.inherited ** 2);
    this.#skills = [];
    for (const { prerequisites } of curriculum.skills) {
      const before = prerequisites.map((id) => this.#skills[curriculum.place.get(id) ?? 0]);
      // Scaled so that skills with many prerequisites vary as much as those with one.
      const mean = before.reduce((sum, value) => sum + value, 0) / Math.sqrt(Math.max(before.length, 1));
      this.#skills.push(settings.inherited * mean + own * settings.skill * random.normal());
    }
    this.#practised = curriculum.skills.map(() => 0);
    this.#slip = settings.slip * random.uniform();
    this.#forgetting = settings.forgetting * (0.5 + random.uniform());
    this.#gain = settings.gain * (0.5 + random.uniform());
  }

  /** Ability on a skill on a day, in logits. */
  ability(skill: number, day: number): number {
    return this.#overall + this.#skills[skill] - this.#forgotten(skill, day);
  }

  #forgotten(skill: number, day: number): number {
    return this.#forgetting * Math.log10(1 + Math.max(0, day - this.#practised[skill]));
  }

  /** The true probability of a right answer: what targets are measured against. */
  successProbability(exercise: Candidate, day: number): number {
    const { curriculum, templates } = this.#world;
    const truth = templates.get(exercise.template);
    const skill = curriculum.place.get(exercise.skill);
    if (truth === undefined || skill === undefined)
      throw new Error(`${exercise.id} is of another curriculum.`);
    const difficulty = featureDifficulty(exercise) + truth.difficulty;
    const logit = truth.slope * (this.ability(skill, day) - difficulty);
    return truth.guess + (1 - truth.guess - this.#slip) / (1 + Math.exp(-logit));
  }

  /**
   * What an attempt teaches. Weak prerequisites hold learning back; an exercise that is neither too easy nor too hard
   * teaches most, where the world says so. Both are assumptions, not findings.
   */
  practise(exercise: Candidate, day: number): void {
    const { settings, curriculum } = this.#world;
    const skill = curriculum.place.get(exercise.skill) ?? 0;
    const success = this.successProbability(exercise, day);
    const challenge = settings.challengeTeaches ? 4 * success * (1 - success) : 1;
    const ready = curriculum.skills[skill].prerequisites.reduce(
      (product, id) => product / (1 + Math.exp(-2 - this.ability(curriculum.place.get(id) ?? 0, day))),
      1,
    );
    // Half of what was forgotten comes back at once.
    this.#skills[skill] += this.#gain * challenge * ready - this.#forgotten(skill, day) / 2;
    this.#practised[skill] = day;
  }
}
