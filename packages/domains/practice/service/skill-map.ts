/** All skills as one learner stands to them: how well, how sure that is, and what opens next. */
import type { Skill } from '../data/skills/skill.ts';
import { abilityAt } from './attempt.ts';
import type { MappedSkill, NextToOpen, SkillStanding } from './learner-contract.ts';
import type { LearnerState } from './learner-state.ts';
import type { PracticeModel } from './practice-model.ts';
import { predictSkills, type SkillPrediction } from './predict.ts';
import { waitsFor } from './roots.ts';

/** Skills of which it is said what they still rest on. */
const mostNext = 5;

interface Known {
  readonly model: PracticeModel;
  /** For the model's skills (`forSkills`). */
  readonly learner: LearnerState;
  /** Skills that there are exercises of. */
  readonly offered: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** In the order of the model's skills. */
export function mapSkills(
  { model, learner, offered, at }: Known,
  skills: ReadonlyMap<string, Skill>,
  nameOf: (skill: string) => string,
): MappedSkill[] {
  const predicted = predictSkills(model, abilityAt(model, learner, at));
  // Of a skill that was never tried the success is a guess: what rests on it waits until something is known.
  const shown = new Map(
    model.skills.map(({ id }, place) => {
      const { mastered, ...prediction } = predicted[place];
      const known = mastered || learner.attempts[id] !== undefined;
      return [id, { ...prediction, mastered, success: known ? prediction.success : 0 }];
    }),
  );
  return model.skills.flatMap(({ id, prerequisites }, place) => {
    const field = skills.get(id)?.field;
    const prediction = predicted[place];
    if (field === undefined) return [];
    const waiting = waitsFor(model, shown, offered, id);
    const tries = learner.attempts[id] ?? 0;
    return {
      ...{ id, name: nameOf(id), field, prerequisites, tries, waitsFor: waiting },
      ...{ success: prediction.success, low: prediction.low, high: prediction.high },
      masteredWith: prediction.masteredWith,
      standing: standingOf(prediction, tries, offered.has(id), waiting),
      dueAt: learner.reviews[id]?.due ?? null,
    };
  });
}

function standingOf(
  { mastered }: SkillPrediction,
  tries: number,
  offered: boolean,
  waiting: readonly string[],
): SkillStanding {
  if (mastered) return 'mastered';
  if (tries > 0) return 'learning';
  return offered && waiting.length === 0 ? 'open' : 'notMet';
}

/**
 * Skills not met yet that wait only for what is being learnt or is open already; those that lack least come first:
 * fewest skills, then the highest success on the weakest of them.
 */
export function nextToOpen(skills: readonly MappedSkill[]): NextToOpen[] {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const weakest = ({ waitsFor }: NextToOpen) => Math.min(...waitsFor.map((id) => byId.get(id)?.success ?? 0));
  return skills
    .filter(
      ({ standing, waitsFor }) =>
        standing === 'notMet' &&
        waitsFor.length > 0 &&
        waitsFor.every((id) => byId.get(id)?.standing !== 'notMet'),
    )
    .map(({ id, waitsFor }) => ({ id, waitsFor }))
    .sort((one, other) => one.waitsFor.length - other.waitsFor.length || weakest(other) - weakest(one))
    .slice(0, mostNext);
}
