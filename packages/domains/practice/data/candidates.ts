/** Recipes of exercises, drawn but not verified yet: a choice among many must not wait for checks. */
import type { Candidate, PlacedSkill } from './candidate.ts';
import { assumedDifficulty } from './difficulty.ts';
import { type Exercise, exerciseId } from './exercise.ts';
import { type GenerateError, verifiedExercise } from './generate.ts';
import type { Language } from './sentence.ts';
import { isSkillId, type SkillId, skills } from './skills/graph.ts';
import { featuresOf } from './templates/features.ts';
import { templates, templatesOf } from './templates/registry.ts';

/**
 * Assumed, not measured: every layer of prerequisites below a skill makes it so many logits harder for a learner whose
 * ability is the same in all skills.
 */
const layer = 0.3;

/** Seeds whose median is a skill's typical difficulty. */
const typicalSeeds = 24;

/** Skills that a template makes exercises of, each after its prerequisites. */
export function placedSkills(): PlacedSkill[] {
  return skills
    .filter(({ id }) => templatesOf(id).length > 0)
    .map(({ id, prerequisites }) => ({ id, prerequisites, depth: depthOf(id), typical: typicalOf(id) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ id, prerequisites, depth, typical }) => ({
      id,
      prerequisites: prerequisites.filter((before) => isSkillId(before) && templatesOf(before).length > 0),
      difficulty: rounded(typical + layer * depth),
    }));
}

/**
 * @param count candidates of every template of the skill
 * @param seed another one draws others
 */
export function drawCandidates(skill: SkillId, count: number, seed: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (const template of templatesOf(skill)) {
    for (let place = 0; place < count; place++) {
      const itsSeed = (seed * 1_000_003 + place) % 2 ** 31;
      const drafted = template.draw(itsSeed);
      if (drafted === null) continue;
      const features = featuresOf(drafted.draft);
      candidates.push({
        id: exerciseId(template, itsSeed),
        skill,
        template: template.id,
        difficulty: rounded(assumedDifficulty(features) + layer * depthOf(skill)),
        features,
      });
    }
  }
  return candidates;
}

/** The verified exercise of a candidate's or an older exercise's id. */
export function exerciseOf(id: string, language: Language): Exercise | GenerateError {
  const [, name, version, seed] = /^(.+)@(\d+):(\d{1,10})$/.exec(id) ?? [];
  const template = templates.find((one) => one.id === name);
  if (template === undefined || Number(version) !== template.version) {
    return { code: 'no-template', message: `No template makes the exercise ${id} (any more).`, place: id };
  }
  return verifiedExercise(template, Number(seed), language);
}

const rounded = (logits: number) => Math.round(logits * 1000) / 1000;

/** Length of the longest way to a skill that has no prerequisites. */
function depthOf(id: string): number {
  const skill = skills.find((one) => one.id === id);
  const depths = skill?.prerequisites.map(depthOf) ?? [];
  return depths.length === 0 ? 0 : 1 + Math.max(...depths);
}

function typicalOf(skill: SkillId): number {
  const difficulties = templatesOf(skill)
    .flatMap((template) => Array.from({ length: typicalSeeds }, (_, seed) => template.draw(seed)))
    .filter((drafted) => drafted !== null)
    .map(({ draft }) => assumedDifficulty(featuresOf(draft)))
    .sort((a, b) => a - b);
  return difficulties[difficulties.length >> 1] ?? 0;
}
