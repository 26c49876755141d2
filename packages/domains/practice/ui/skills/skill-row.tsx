/** A skill in the list: its ring, its name, how it stands and how well, with bounds. */
import { IntervalBar, IntervalRing } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import type { MappedSkill } from '../../service/learner-contract.ts';
import { useOfTen } from '../use-of-ten.ts';
import { isGuess, ringOf } from './ring-of.ts';

interface SkillRowProps {
  readonly skill: MappedSkill;
  /** Success from which on it is mastered. */
  readonly mastered: number;
  readonly onOpen: (skill: string) => void;
}

export function SkillRow({ skill, mastered, onOpen }: SkillRowProps) {
  const t = useTranslations('practice.learner.skills');
  const ofTen = useOfTen();
  const guess = isGuess(skill);
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => onOpen(skill.id)}
      className="grid w-full grid-cols-[1.75rem_minmax(0,1fr)_auto] items-center gap-x-2 rounded-control px-2 py-1.5 text-left hover:bg-hover sm:grid-cols-[1.75rem_minmax(0,1fr)_7rem_8rem_11rem]"
    >
      <IntervalRing {...ringOf(skill)} />
      <span className="min-w-0">{skill.name}</span>
      <span className="text-small text-muted sm:text-body">{t(`standings.${skill.standing}`)}</span>
      <span aria-hidden className="hidden sm:block">
        <IntervalBar
          {...{ value: skill.success, lower: skill.low, upper: skill.high }}
          thresholds={[mastered]}
          label=""
          colour={guess ? 'var(--color-muted)' : 'var(--accent)'}
        />
      </span>
      <span className="col-span-2 col-start-2 text-small text-muted sm:col-auto sm:text-right sm:text-body">
        {ofTen(skill)}
        {guess ? <span> · {t('guess')}</span> : null}
      </span>
    </button>
  );
}
