/** Keeps verified exercises in stock, so that the next one is there at once. */
import { certify } from '../data/certificate/certify.ts';
import { assumedDifficulty } from '../data/difficulty.ts';
import { exerciseId } from '../data/exercise-id.ts';
import { skills } from '../data/skills/graph.ts';
import { featuresOf } from '../data/templates/features.ts';
import { templatesOf } from '../data/templates/registry.ts';
import type { Template } from '../data/templates/template.ts';
import type { StockedExercise } from './store.ts';

export interface Stock {
  addExercises(made: readonly StockedExercise[]): Promise<void>;
  /** How many exercises each template has that no learner was given yet. */
  unused(): Promise<ReadonlyMap<string, number>>;
}

export interface Filling {
  /** Of each template. */
  readonly atLeast: number;
  /** A whole number below 2³¹ that was not drawn before. */
  readonly drawSeed: () => number;
  readonly signal: AbortSignal;
}

/** Seeds tried for one exercise; a template that fails all of them is left for the next time. */
const tries = 10;

/**
 * One exercise of each template before a second of any, so that every skill can be practised early; in the order of the
 * skills, as beginners come first.
 *
 * @returns how many were added
 */
export async function fillStock(stock: Stock, { atLeast, drawSeed, signal }: Filling): Promise<number> {
  const templates = skills.flatMap(({ id }) => templatesOf(id));
  const unused = await stock.unused();
  let added = 0;
  for (let level = 1; level <= atLeast; level++) {
    for (const template of templates) {
      if (signal.aborted) return added;
      if ((unused.get(template.id) ?? 0) >= level) continue;
      const made = verified(template, drawSeed);
      if (made === null) continue;
      await stock.addExercises([made]);
      added++;
    }
  }
  return added;
}

function verified(template: Template, drawSeed: () => number): StockedExercise | null {
  for (let attempt = 0; attempt < tries; attempt++) {
    const seed = drawSeed();
    const drafted = template.draw(seed);
    if (drafted === null || 'code' in certify(drafted.draft)) continue;
    const features = featuresOf(drafted.draft);
    return {
      id: exerciseId(template, seed),
      skill: template.skill,
      template: template.id,
      difficulty: assumedDifficulty(features),
      features,
    };
  }
  return null;
}
