/** All skills and what comes before what. */
import { algebraSkills } from './algebra.ts';
import { furtherSkills } from './further.ts';
import { numberSkills } from './numbers.ts';

/** From whole numbers to first derivatives. */
export const skills = [...numberSkills, ...algebraSkills, ...furtherSkills] as const;

export type SkillId = (typeof skills)[number]['id'];

export function isSkillId(text: string): text is SkillId {
  return skills.some(({ id }) => id === text);
}
