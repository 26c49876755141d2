/** All templates. */
import type { SkillId } from '../skills/graph.ts';
import { derivativeTemplates } from './derivatives.ts';
import { expressionTemplates } from './expressions.ts';
import { factoringTemplates } from './factoring.ts';
import { fractionTemplates } from './fractions.ts';
import { inequalityTemplates } from './inequalities.ts';
import { limitTemplates } from './limits.ts';
import { linearEquationTemplates } from './linear-equations.ts';
import { powerTemplates } from './powers.ts';
import { statisticsTemplates } from './statistics.ts';
import { systemTemplates } from './systems.ts';
import type { Template } from './template.ts';

export const templates: readonly Template[] = [
  ...fractionTemplates,
  ...powerTemplates,
  ...expressionTemplates,
  ...linearEquationTemplates,
  ...inequalityTemplates,
  ...systemTemplates,
  ...factoringTemplates,
  ...statisticsTemplates,
  ...limitTemplates,
  ...derivativeTemplates,
];

export function templatesOf(skill: SkillId): readonly Template[] {
  return templates.filter((template) => template.skill === skill);
}
