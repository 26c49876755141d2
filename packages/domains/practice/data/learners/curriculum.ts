/** A made curriculum for simulated learners: skills in a graph, templates with features, exercises in any number. */
import { createRandom, type Random } from '@praxis/core';
import type { Candidate, PlacedSkill } from '../candidate.ts';

/** What the made features are worth in the simulated world, in logits a deviation. */
const truth = {
  steps: 0.6,
  magnitude: 0.45,
  negatives: 0.35,
  fractions: 0.4,
  words: 0.3,
  unknowns: 0.25,
} as const;
const names = ['steps', 'magnitude', 'negatives', 'fractions', 'words', 'unknowns'] as const;

interface SimulatedTemplate {
  readonly id: string;
  readonly skill: string;
  /** Means of the features of its exercises, in the order of `names`. */
  readonly centre: readonly number[];
}

export interface Curriculum {
  readonly skills: readonly PlacedSkill[];
  /** A skill's place among `skills`. */
  readonly place: ReadonlyMap<string, number>;
  readonly templates: readonly (readonly SimulatedTemplate[])[];
}

const templatesPerSkill = 4;
/** A skill rests on skills at most this many places before it. */
const reach = 6;
/** How far templates, and the exercises of one template, lie apart in each feature. */
const betweenTemplates = 0.5;
const withinTemplate = 1;

/** A graph of `count` skills in an order in which each comes after its prerequisites. */
export function simulatedCurriculum(count: number, seed: number): Curriculum {
  const random = createRandom(seed, 1);
  const skills = Array.from({ length: count }, (_, index): PlacedSkill => {
    const wanted = index === 0 ? 0 : 1 + random.below(2);
    const before = new Set<string>();
    for (let draw = 0; draw < wanted; draw++)
      before.add(`skill-${index - 1 - random.below(Math.min(index, reach))}`);
    return { id: `skill-${index}`, prerequisites: [...before], difficulty: 0 };
  });
  return {
    skills,
    place: new Map(skills.map(({ id }, index) => [id, index])),
    templates: skills.map(({ id }) =>
      Array.from({ length: templatesPerSkill }, (_, number) => ({
        id: `${id}/${number}`,
        skill: id,
        centre: names.map(() => betweenTemplates * random.normal()),
      })),
    ),
  };
}

/** `each` exercises of every template of a skill. */
export function simulatedExercises(
  curriculum: Curriculum,
  skill: number,
  each: number,
  random: Random,
): Candidate[] {
  return curriculum.templates[skill].flatMap(({ id, skill: name, centre }) =>
    Array.from({ length: each }, () => ({
      id: `${id}/${random.below(2 ** 31)}`,
      skill: name,
      template: id,
      difficulty: 0,
      features: Object.fromEntries(
        names.map((feature, index) => [feature, centre[index] + withinTemplate * random.normal()]),
      ),
    })),
  );
}

/** What the features of an exercise say of its difficulty in the simulated world, in logits. */
export function featureDifficulty({ features }: Candidate): number {
  return names.reduce((sum, name) => sum + truth[name] * (features[name] ?? 0), 0);
}
