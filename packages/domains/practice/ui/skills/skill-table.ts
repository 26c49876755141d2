/** The map of skills as a table of figures. */
import type { CsvTable } from '@praxis/ui';
import type { MappedSkill } from '../../service/learner-contract.ts';

interface Words {
  readonly column: (
    name: 'field' | 'skill' | 'standing' | 'success' | 'low' | 'high' | 'tries' | 'due' | 'waits',
  ) => string;
  readonly field: (field: MappedSkill['field']) => string;
  readonly standing: (standing: MappedSkill['standing']) => string;
  /** A moment in milliseconds since 1970 as its day. */
  readonly day: (at: number) => string;
}

/** Probabilities are written as whole numbers of 100. */
export function skillTable(skills: readonly MappedSkill[], words: Words): CsvTable {
  const of100 = (share: number) => Math.round(share * 100);
  const names = new Map(skills.map(({ id, name }) => [id, name]));
  return {
    columns: (['field', 'skill', 'standing', 'success', 'low', 'high', 'tries', 'due', 'waits'] as const).map(
      words.column,
    ),
    rows: skills.map((skill) => [
      ...[words.field(skill.field), skill.name, words.standing(skill.standing)],
      ...[of100(skill.success), of100(skill.low), of100(skill.high), skill.tries],
      skill.dueAt === null ? null : words.day(skill.dueAt),
      skill.waitsFor.map((id) => names.get(id) ?? id).join('; ') || null,
    ]),
  };
}
