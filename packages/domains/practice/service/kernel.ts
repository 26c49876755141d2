/** The kernel's skills and templates as the choice of exercises sees them. */
import { createRandom } from '@praxis/core';
import type { Candidate, PlacedSkill } from '../data/candidate.ts';
import { assumedDifficulty } from '../data/difficulty.ts';
import { exerciseId } from '../data/exercise-id.ts';
import { skills } from '../data/skills/graph.ts';
import { featureNames, featuresOf } from '../data/templates/features.ts';
import { templates } from '../data/templates/registry.ts';
import type { Template } from '../data/templates/template.ts';
import { usualChances } from '../pipeline/difficulty/answer-model.ts';
import { type DifficultyModel, difficultyOf, firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { usualAbility } from '../pipeline/difficulty/skill-prior.ts';
import { depthFeature, placedExercise } from './placed-exercise.ts';
import type { PracticeModel } from './practice-model.ts';

/** A draft that could become an exercise; `seed` makes and verifies it. */
export interface DraftCandidate extends Candidate {
  readonly seed: number;
}

function candidateOf(template: Template, seed: number): DraftCandidate | null {
  const drafted = template.draw(seed);
  if (drafted === null) return null;
  const features = featuresOf(drafted.draft);
  const exercise = {
    id: exerciseId(template, seed),
    skill: template.skill,
    template: template.id,
    difficulty: assumedDifficulty(features),
    features,
  };
  return { ...placedExercise(exercise), seed };
}

/** Drafts of each template of a skill: cheap, as nothing is verified yet. The same seed gives the same. */
export function draftCandidates(skill: string, each: number, seed: number): DraftCandidate[] {
  const random = createRandom(seed);
  return templates
    .filter((template) => template.skill === skill)
    .flatMap((template) =>
      Array.from({ length: each }, () => candidateOf(template, random.below(2 ** 31)) ?? []).flat(),
    );
}

/** Drafts of each template that say what is typical. */
const typical = 20;
/** What may be wrong about what the kernel assumes: deviations in logits, of the whole, of a weight, of a template. */
const assumedWithin = { constant: 0.5, weight: 0.15, template: 0.6 } as const;
/**
 * What a step up the graph adds to difficulty, in logits, and how far that may be wrong: derivatives are no harder than
 * additions for who has learnt all before them, but hardly anybody has. Assumed, until answers tell.
 */
const perStepUp = { mean: 0.2, deviation: 0.1 } as const;

/**
 * The model before any answer: difficulties as the kernel assumes them, with weights of 0 for what answers will add to what
 * an exercise itself shows. A skill is as difficult as its typical drafts; one without templates as the mean skill.
 */
export function kernelModel(): PracticeModel {
  const drafts = skills.flatMap(({ id }) => draftCandidates(id, typical, 1));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const features = [...featureNames, depthFeature].flatMap((name) => {
    const values = drafts.flatMap((draft) => draft.features[name] ?? []);
    const centre = mean(values);
    const scale = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
    return scale > 0 ? [{ name, centre, scale }] : [];
  });
  const size = features.length + 1;
  const deviations = [
    assumedWithin.constant,
    ...features.map(({ name, scale }) =>
      name === depthFeature ? perStepUp.deviation * scale : assumedWithin.weight,
    ),
  ];
  const difficulty: DifficultyModel = {
    features,
    weights: firstWeights(features),
    covariance: Array.from({ length: size * size }, (_, cell) =>
      cell % (size + 1) === 0 ? deviations[cell / (size + 1)] ** 2 : 0,
    ),
    templateDeviation: assumedWithin.template,
    ...usualChances,
  };
  const beliefs = firstBeliefs(difficulty);
  const believed = (draft: Candidate) => difficultyOf(difficulty, beliefs, draft).mean;
  const bySkill = Map.groupBy(drafts, ({ skill }) => skill);
  const overall = mean(drafts.map(believed));
  const placed = skills.map(({ id, prerequisites }): PlacedSkill => {
    const own = bySkill.get(id);
    return {
      id,
      prerequisites,
      difficulty: own === undefined ? overall : mean(own.map(believed)),
    };
  });
  return { skills: placed, difficulty, ability: usualAbility };
}

/** An exercise of a skill that rests on nothing is as hard as its maker thinks, one that stands higher is harder. */
function firstWeights(features: DifficultyModel['features']): number[] {
  const steps = features.map(({ name, centre, scale }) =>
    name === depthFeature ? { centre, scale } : { centre: 0, scale: 0 },
  );
  const constant = steps.reduce((sum, { centre }) => sum + perStepUp.mean * centre, 0);
  return [constant, ...steps.map(({ scale }) => perStepUp.mean * scale)];
}

/** Skills that there are exercises of, in the order of the graph. */
export function practiceSkills(): string[] {
  const made = new Set<string>(templates.map(({ skill }) => skill));
  return skills.map(({ id }) => id).filter((id) => made.has(id));
}
