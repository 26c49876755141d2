/** Names of learners, skills and areas, and refusals. */
import type { Language } from '../../data/sentence.ts';
import { skills } from '../../data/skills/graph.ts';
import type { Area, ClassAnswered, ClassError, LearnerName, SkillName } from './class-contract.ts';
import type { StoredMember } from './class-store.ts';

export const refused = (error: ClassError): Extract<ClassAnswered<never>, { ok: false }> => ({
  ok: false,
  error,
});

export const nameOf = ({ id, name, simulated }: StoredMember): LearnerName => ({ id, name, simulated });

export function skillName(id: string, language: Language): SkillName {
  return { id, name: skills.find((skill) => skill.id === id)?.name[language] ?? id };
}

/** Skills that can be practised, by area, in the order of the graph. */
export function areasOf(practised: readonly string[], language: Language): Area[] {
  const shown = new Set(practised);
  const byField = Map.groupBy(
    skills.filter(({ id }) => shown.has(id)),
    ({ field }) => field,
  );
  return [...byField].map(([id, own]) => ({
    id,
    skills: own.map((skill) => ({ id: skill.id, name: skill.name[language] })),
  }));
}
