/** Collected answers as the fit reads them: numbers instead of names, one group a learner. */
import type { Candidate } from '../../data/candidate.ts';

export interface CollectedAnswer {
  readonly learner: string;
  readonly exercise: Candidate;
  readonly correct: boolean;
  /** 1: done alone; less after hints. */
  readonly evidence: number;
}

interface DesignRow {
  /** Place of the skill among those that this learner met. */
  readonly skill: number;
  /** What the exercise's maker thought of its difficulty. */
  readonly offset: number;
  /** 1, then the standardised features; shape [fixed]. */
  readonly inputs: Float64Array;
  /** Place of the template's own term among all effects. */
  readonly template: number;
  readonly correct: boolean;
  readonly evidence: number;
}

export interface LearnerRows {
  readonly skills: number;
  readonly rows: readonly DesignRow[];
}

export interface Design {
  readonly features: readonly { readonly name: string; readonly centre: number; readonly scale: number }[];
  /** Effects that are the same for all: the constant and the weights. */
  readonly fixed: number;
  readonly templates: readonly string[];
  readonly learners: readonly LearnerRows[];
}

type ScaledFeature = Design['features'][number];

/** What the answers' exercises have, brought to mean 0 and deviation 1. */
export function featuresOfAnswers(answers: readonly CollectedAnswer[]): ScaledFeature[] {
  const names = [...new Set(answers.flatMap(({ exercise }) => Object.keys(exercise.features)))].sort();
  return names.flatMap((name) => {
    const values = answers.flatMap(({ exercise }) => exercise.features[name] ?? []);
    const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
    const scale = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
    // What never varies is in the constant.
    return scale > 0 ? [{ name, centre, scale }] : [];
  });
}

export function designOf(answers: readonly CollectedAnswer[], features: readonly ScaledFeature[]): Design {
  const fixed = features.length + 1;
  const templates = [...new Set(answers.map(({ exercise }) => exercise.template))].sort();
  const place = new Map(templates.map((template, index) => [template, fixed + index]));
  const learners = [...Map.groupBy(answers, ({ learner }) => learner).values()].map((group) => {
    const skills = [...new Set(group.map(({ exercise }) => exercise.skill))];
    const rows = group.map(({ exercise, correct, evidence }) => ({
      skill: skills.indexOf(exercise.skill),
      offset: exercise.difficulty,
      inputs: Float64Array.from([
        1,
        ...features.map(({ name, centre, scale }) => ((exercise.features[name] ?? centre) - centre) / scale),
      ]),
      template: place.get(exercise.template) ?? fixed,
      correct,
      evidence,
    }));
    return { skills: skills.length, rows };
  });
  return { features, fixed, templates, learners };
}
