'use client';
/** What can I do, how sure is that, and what comes next? */
import { Dialog, Figure, GraphMap, IntervalRing } from '@praxis/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SkillMap } from '../../service/learner-contract.ts';
import { useOfTen } from '../use-of-ten.ts';
import { NextList } from './next-list.tsx';
import { ringOf, signs, standings } from './ring-of.ts';
import { SkillDetail } from './skill-detail.tsx';
import { SkillRow } from './skill-row.tsx';
import { skillTable } from './skill-table.ts';

interface SkillsPageProps {
  readonly map: SkillMap;
  /** The skill whose details stand open at first. */
  readonly first: string | null;
  readonly api: string;
  readonly practiceHref: string;
}

export function SkillsPage({ map, first, api, practiceHref }: SkillsPageProps) {
  const t = useTranslations('practice.learner.skills');
  const fields = useTranslations('practice.learner.fields');
  const format = useFormatter();
  const ofTen = useOfTen();
  const [selected, setSelected] = useState(first);
  const [opened, setOpened] = useState(first !== null);
  const open = (skill: string) => {
    setSelected(skill);
    setOpened(true);
  };
  const count = (standing: (typeof standings)[number]) =>
    map.skills.filter((skill) => skill.standing === standing).length;
  const areas = [...Map.groupBy(map.skills, ({ field }) => field)];
  const present = map.skills.find(({ id }) => id === selected);
  const table = skillTable(map.skills, {
    column: (name) => t(`columns.${name}`),
    field: (field) => fields(field),
    standing: (standing) => t(`standings.${standing}`),
    day: (at) => format.dateTime(at, { day: 'numeric', month: 'short', year: 'numeric' }),
  });
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-8">
      <header className="flex flex-col gap-1">
        <h1 className="text-title">{t('title')}</h1>
        <p className="text-muted">
          {t('finding', { mastered: count('mastered'), learning: count('learning'), open: count('open') })}
        </p>
      </header>
      <NextList map={map} onOpen={open} />
      <Legend />
      <Figure
        title={t('title')}
        note={t('note')}
        file="skills"
        table={table}
        words={{ numbers: t('numbers') }}
      >
        <GraphMap
          lanes={areas.map(([field]) => ({ key: field, label: fields(field) }))}
          nodes={map.skills.map((skill) => ({
            ...ringOf(skill),
            ...{ key: skill.id, lane: skill.field },
            label: skill.name,
            title: `${skill.name}: ${t(`standings.${skill.standing}`)}, ${ofTen(skill)}`,
          }))}
          edges={map.skills.flatMap(({ id, prerequisites }) =>
            prerequisites.map((from) => ({ from, to: id })),
          )}
          selected={selected}
          onSelect={open}
          description={t('description')}
        />
      </Figure>
      <section className="flex flex-col gap-5">
        <h2 className="text-title">{t('list')}</h2>
        {areas.map(([field, skills]) => (
          <section key={field} className="flex flex-col gap-1">
            <h3 className="text-small text-muted">{fields(field)}</h3>
            <ul className="-mx-2 flex list-none flex-col">
              {skills.map((skill) => (
                <li key={skill.id}>
                  <SkillRow skill={skill} mastered={map.bounds.mastered} onOpen={open} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
      <Dialog open={opened} onClose={() => setOpened(false)} label={present?.name ?? t('title')}>
        {present === undefined ? null : (
          <SkillDetail
            // A trouble with one skill is none of the next.
            key={present.id}
            {...{ skill: present, map, api, practiceHref }}
            onOpen={open}
            onClose={() => setOpened(false)}
          />
        )}
      </Dialog>
    </div>
  );
}

/** Each sign with what it says. */
function Legend() {
  const t = useTranslations('practice.learner.skills');
  return (
    <ul className="grid list-none gap-x-6 gap-y-1 text-small sm:grid-cols-2">
      {standings.map((standing) => (
        <li key={standing} className="flex items-center gap-2">
          <IntervalRing lower={0} upper={0} sign={signs[standing]} guess={false} size={18} />
          <span>
            <span className="font-strong">{t(`standings.${standing}`)}</span>{' '}
            <span className="text-muted">{t(`standingsWhat.${standing}`)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
