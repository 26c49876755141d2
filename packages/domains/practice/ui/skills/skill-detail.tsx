'use client';
/** One skill: how well and how sure, what it needs and helps with, and practising it now. */
import { Button, buttonClass, CloseIcon, IconButton, IntervalBar, IntervalRing, Notice } from '@praxis/ui';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { MappedSkill, SkillMap } from '../../service/learner-contract.ts';
import { inTen } from '../use-of-ten.ts';
import { useStart } from '../use-start.ts';
import { isGuess, ringOf } from './ring-of.ts';

interface SkillDetailProps {
  readonly skill: MappedSkill;
  readonly map: SkillMap;
  readonly api: string;
  readonly practiceHref: string;
  readonly onOpen: (skill: string) => void;
  readonly onClose: () => void;
}

export function SkillDetail({ skill, map, api, practiceHref, onOpen, onClose }: SkillDetailProps) {
  const t = useTranslations('practice.learner.skills.detail');
  const words = useTranslations('practice.learner.skills');
  const fields = useTranslations('practice.learner.fields');
  const format = useFormatter();
  const { success, low, high, dueAt } = skill;
  const guess = isGuess(skill);
  const needed = map.skills.filter(({ id }) => skill.prerequisites.includes(id));
  const helped = map.skills.filter(({ prerequisites }) => prerequisites.includes(skill.id));
  return (
    <div className="flex flex-col gap-4 p-4" data-practice="practice">
      <header className="flex items-start gap-3">
        <IntervalRing {...ringOf(skill)} size={32} />
        <div className="min-w-0 flex-1">
          <h2 className="text-title">{skill.name}</h2>
          <p className="text-small text-muted">
            {fields(skill.field)} · {words(`standings.${skill.standing}`)}
          </p>
        </div>
        <IconButton label={t('close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      <div className="flex flex-col gap-2">
        <p>
          {inTen(low) === inTen(high)
            ? t('expected', { mean: inTen(success) })
            : t('between', { mean: inTen(success), low: inTen(low), high: inTen(high) })}
          {guess ? ` ${t('guess')}` : null}
        </p>
        <div aria-hidden>
          <IntervalBar
            {...{ value: success, lower: low, upper: high }}
            thresholds={[map.bounds.mastered]}
            label=""
            colour={guess ? 'var(--color-muted)' : 'var(--accent)'}
          />
        </div>
        <p className="text-small text-muted">{t('bar')}</p>
        {guess ? null : (
          <p className="text-small text-muted">
            {t('tries', { count: skill.tries })}{' '}
            {dueAt === null
              ? null
              : dueAt <= map.at
                ? t('dueNow')
                : t('due', {
                    day: format.dateTime(dueAt, { day: 'numeric', month: 'long', year: 'numeric' }),
                  })}
          </p>
        )}
      </div>
      <Ties title={t('restsOn')} none={t('restsOnNothing')} skills={needed} onOpen={onOpen} />
      <Ties title={t('leadsTo')} none={t('leadsToNothing')} skills={helped} onOpen={onOpen} />
      <StartSkill skill={skill} map={map} api={api} practiceHref={practiceHref} />
    </div>
  );
}

interface TiesProps {
  readonly title: string;
  readonly none: string;
  readonly skills: readonly MappedSkill[];
  readonly onOpen: (skill: string) => void;
}

function Ties({ title, none, skills, onOpen }: TiesProps) {
  const words = useTranslations('practice.learner.skills');
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-small text-muted">{title}</h3>
      {skills.length === 0 ? <p>{none}</p> : null}
      <ul className="flex list-none flex-col">
        {skills.map((skill) => (
          <li key={skill.id}>
            <button
              type="button"
              onClick={() => onOpen(skill.id)}
              className="-mx-2 flex w-[calc(100%+1rem)] items-center gap-2 rounded-control px-2 py-1 text-left hover:bg-hover"
            >
              <IntervalRing {...ringOf(skill)} />
              <span className="min-w-0 flex-1">{skill.name}</span>
              <span className="text-small text-muted">{words(`standings.${skill.standing}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Practises the skill now; an open exercise of another one is finished first, or left when the learner says so. */
function StartSkill({ skill, map, api, practiceHref }: Omit<SkillDetailProps, 'onOpen' | 'onClose'>) {
  const t = useTranslations('practice.learner.skills.detail');
  const { start, busy, trouble } = useStart(api, practiceHref);
  const { open } = map;
  const wanted = { kind: 'skill', skill: skill.id } as const;
  const other = open !== null && open.skill.id !== skill.id ? open : null;
  return (
    <footer className="flex flex-col gap-2 border-t border-line pt-4">
      {skill.standing === 'notMet' ? <p className="text-small text-muted">{t('waits')}</p> : null}
      {other === null ? null : <p>{t('otherOpen', { skill: other.skill.name })}</p>}
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" disabled={busy} onClick={() => start(wanted, other?.turn ?? null)}>
          {other !== null ? t('leave') : open === null ? t('practise') : t('goOn')}
        </Button>
        {other === null ? null : (
          <Link href={practiceHref} prefetch={false} className={buttonClass()}>
            {t('finish')}
          </Link>
        )}
      </div>
      {trouble === null ? null : <Notice tone="error">{trouble.message ?? t('unreachable')}</Notice>}
    </footer>
  );
}
