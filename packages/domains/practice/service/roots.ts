/** Where a failure may come from: weak skills among those that the failed one rests on. */
import type { LearnerState } from './learner-state.ts';
import type { PracticeModel } from './practice-model.ts';
import type { SkillPrediction } from './predict.ts';

/** A prerequisite is no obstacle where success on a typical exercise is expected to be at least this. */
export const readySuccess = 0.65;

/** So many wrong answers in a row on a skill are a failure. */
const failure = 2;

/** The skill of the last attempt, where its last answers were all wrong; null where there is none. */
export function failedSkill({ recent }: LearnerState): string | null {
  const skill = recent[0]?.skill;
  if (skill === undefined) return null;
  const last = recent.filter((attempt) => attempt.skill === skill).slice(0, failure);
  return last.length === failure && last.every(({ correct }) => !correct) ? skill : null;
}

/** Prerequisites of a skill that are not ready; for one that cannot be practised its own stand in. */
export function waitsFor(
  model: PracticeModel,
  predictions: ReadonlyMap<string, SkillPrediction>,
  offered: ReadonlySet<string>,
  skill: string,
): string[] {
  const { prerequisites } = model.skills.find(({ id }) => id === skill) ?? { prerequisites: [] };
  const waiting = prerequisites.flatMap((id) => {
    if (!offered.has(id)) return waitsFor(model, predictions, offered, id);
    return (predictions.get(id)?.success ?? 1) >= readySuccess ? [] : [id];
  });
  return [...new Set(waiting)];
}

/** Whether the prerequisites of a skill are ready. */
export function isOpen(...given: Parameters<typeof waitsFor>): boolean {
  return waitsFor(...given).length === 0;
}

export interface Root {
  readonly skill: string;
  /** From the root to the failed skill, both included. */
  readonly path: readonly string[];
}

/**
 * Weak skills that the failed one rests on and that rest on nothing weak themselves: the first to be mended. The
 * weakest comes first.
 */
export function rootsOf(
  model: PracticeModel,
  predictions: ReadonlyMap<string, SkillPrediction>,
  offered: ReadonlySet<string>,
  failed: string,
): Root[] {
  const prerequisites = new Map(model.skills.map((skill) => [skill.id, skill.prerequisites]));
  const paths = new Map<string, readonly string[]>([[failed, [failed]]]);
  const waiting = [failed];
  for (let skill = waiting.shift(); skill !== undefined; skill = waiting.shift()) {
    const path = paths.get(skill) ?? [];
    for (const before of prerequisites.get(skill) ?? []) {
      if (paths.has(before)) continue;
      paths.set(before, [before, ...path]);
      waiting.push(before);
    }
  }
  paths.delete(failed);
  const success = (skill: string) => predictions.get(skill)?.success ?? 1;
  return [...paths]
    .filter(
      ([skill]) =>
        offered.has(skill) && success(skill) < readySuccess && isOpen(model, predictions, offered, skill),
    )
    .map(([skill, path]) => ({ skill, path }))
    .sort((one, other) => success(one.skill) - success(other.skill));
}
