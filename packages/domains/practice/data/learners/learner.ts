/** A simulated learner: what only the simulation knows. Labelled as simulated wherever it is shown. */
import { createRandom, type Random } from '@praxis/core';
import type { Candidate, PlacedSkill } from '../candidate.ts';
import { type Curriculum, featureDifficulty } from './curriculum.ts';
import type { WorldSettings } from './world.ts';

interface TemplateTruth {
  readonly difficulty: number;
  readonly slope: number;
  readonly guess: number;
}

/** Skills and exercises that simulated learners practise. */
export interface Subject {
  readonly skills: readonly PlacedSkill[];
  /** A skill's place among `skills`. */
  readonly place: ReadonlyMap<string, number>;
  /** Ids, in an order of their own. */
  readonly templates: readonly string[];
  /** How hard an exercise is, but for what is its template's own, in logits. */
  readonly difficulty: (exercise: Candidate) => number;
}

/** A world with what is learnt in it and what is true of each template. */
export interface World {
  readonly settings: WorldSettings;
  readonly subject: Subject;
  readonly templates: ReadonlyMap<string, TemplateTruth>;
}

export function subjectOf({ skills, place, templates }: Curriculum): Subject {
  return {
    skills,
    place,
    templates: templates.flat().map(({ id }) => id),
    difficulty: featureDifficulty,
  };
}

/** @param templateOffset how far templates lie from what their features say: a deviation in logits */
export function simulatedLearnerWorld(
  settings: WorldSettings,
  subject: Subject,
  templateOffset: number,
  seed: number,
): World {
  const random = createRandom(seed, 2);
  const templates = subject.templates.map((id): [string, TemplateTruth] => [
    id,
    {
      difficulty: templateOffset * random.normal(),
      slope: Math.exp(settings.slope * random.normal()),
      guess: settings.guess * random.uniform(),
    },
  ]);
  return { settings, subject, templates: new Map(templates) };
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
    const { settings, subject } = world;
    this.#world = world;
    this.#overall = settings.overall * random.normal();
    const own = Math.sqrt(1 - settings.inherited ** 2);
    this.#skills = [];
    for (const { prerequisites } of subject.skills) {
      const before = prerequisites.map((id) => this.#skills[subject.place.get(id) ?? 0]);
      // Scaled so that skills with many prerequisites vary as much as those with one.
      const mean = before.reduce((sum, value) => sum + value, 0) / Math.sqrt(Math.max(before.length, 1));
      this.#skills.push(settings.inherited * mean + own * settings.skill * random.normal());
    }
    this.#practised = subject.skills.map(() => 0);
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
    const { subject, templates } = this.#world;
    const truth = templates.get(exercise.template);
    const skill = subject.place.get(exercise.skill);
    if (truth === undefined || skill === undefined) throw new Error(`${exercise.id} is of another subject.`);
    const difficulty = subject.difficulty(exercise) + truth.difficulty;
    const logit = truth.slope * (this.ability(skill, day) - difficulty);
    return truth.guess + (1 - truth.guess - this.#slip) / (1 + Math.exp(-logit));
  }

  /**
   * What an attempt teaches. Weak prerequisites hold learning back; an exercise that is neither too easy nor too hard
   * teaches most, where the world says so. Both are assumptions, not findings.
   */
  practise(exercise: Candidate, day: number): void {
    const { settings, subject } = this.#world;
    const skill = subject.place.get(exercise.skill) ?? 0;
    const success = this.successProbability(exercise, day);
    const challenge = settings.challengeTeaches ? 4 * success * (1 - success) : 1;
    const ready = subject.skills[skill].prerequisites.reduce(
      (product, id) => product / (1 + Math.exp(-2 - this.ability(subject.place.get(id) ?? 0, day))),
      1,
    );
    // Half of what was forgotten comes back at once.
    this.#skills[skill] += this.#gain * challenge * ready - this.#forgotten(skill, day) / 2;
    this.#practised[skill] = day;
  }
}
