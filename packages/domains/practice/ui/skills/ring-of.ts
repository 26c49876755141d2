/** A skill as a ring. */
import type { Ring } from '@praxis/ui';
import type { MappedSkill, SkillStanding } from '../../service/learner-contract.ts';

export const standings: readonly SkillStanding[] = ['mastered', 'learning', 'open', 'notMet'];

export const signs = {
  mastered: 'check',
  learning: 'dot',
  open: 'circle',
  notMet: 'none',
} as const satisfies Record<SkillStanding, Ring['sign']>;

/** Nothing was seen of it: the numbers are what is believed of anybody, moved by skills near to it. */
export const isGuess = ({ tries, standing }: MappedSkill): boolean => tries === 0 && standing !== 'mastered';

export const ringOf = (skill: MappedSkill): Ring => ({
  ...{ lower: skill.low, upper: skill.high },
  ...{ sign: signs[skill.standing], guess: isGuess(skill) },
});
