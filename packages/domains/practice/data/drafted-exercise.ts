/** An exercise made again from its id, without the checks that it passed when it was put into stock. */
import { partsOfId } from './exercise-id.ts';
import { templates } from './templates/registry.ts';
import type { Draft } from './templates/template.ts';

export interface DraftedExercise {
  readonly skill: string;
  readonly template: string;
  /** What the template drew. */
  readonly parameters: unknown;
  readonly draft: Draft;
}

/** @returns null where the id is of a template, or of a version of one, that is no more */
export function draftedExercise(id: string): DraftedExercise | null {
  const parts = partsOfId(id);
  const template = templates.find((one) => one.id === parts?.template && one.version === parts.version);
  const drafted = parts === null ? null : (template?.draw(parts.seed) ?? null);
  if (template === undefined || drafted === null) return null;
  return { skill: template.skill, template: template.id, ...drafted };
}
