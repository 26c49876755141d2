'use client';
/** One set: what was asked for, who has done how much of it, and its end. */
import { Badge, Button, Cell, Disclosure, HeaderCell, Notice, Progress, Row, Table } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SetView } from '../../service/class/class-contract.ts';
import { LearnerLabel } from './learner-label.tsx';
import { send } from './send.ts';

export function SetProgress({ set, api }: { set: SetView; api: string }) {
  const t = useTranslations('practice.class');
  const format = useFormatter();
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);
  const day = (at: Date) => format.dateTime(at, { day: 'numeric', month: 'short' });
  const names = set.skills.map(({ name }) => name).join(' · ');
  const all = set.exercises * set.learners.length;
  const done = set.learners.reduce((sum, learner) => sum + Math.min(learner.done, set.exercises), 0);
  const running = set.state === 'open' || set.state === 'late';
  async function cancel() {
    const sent = await send(`${api}/${set.id}`, 'DELETE');
    setTrouble(sent.ok ? null : (sent.message ?? t('unreachable')));
    if (sent.ok) router.refresh();
  }
  return (
    <article className="flex flex-col gap-2 border-t border-line py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="flex flex-col gap-1">
          <h3 className="text-body">
            {names} <Badge tone={running ? 'accent' : 'neutral'}>{t(`sets.states.${set.state}`)}</Badge>
          </h3>
          <p className="text-small text-muted">
            {[
              t('sets.asked', { count: set.exercises, share: format.number(set.success, 'percent') }),
              // A day has no hour; noon is that day wherever the house stands.
              ...(set.dueOn === null ? [] : [t('sets.due', { day: day(new Date(`${set.dueOn}T12:00:00`)) })]),
              t('sets.since', { day: day(set.createdAt) }),
            ].join(' · ')}
          </p>
          {set.note === '' ? null : <p className="border-l-2 border-line-strong pl-3">{set.note}</p>}
        </div>
        {running ? (
          <Button kind="quiet" onClick={cancel} aria-label={`${t('sets.cancel')}: ${names}`}>
            {t('sets.cancel')}
          </Button>
        ) : null}
      </div>
      {trouble === null ? null : <Notice tone="error">{trouble}</Notice>}
      {all === 0 ? null : (
        <Progress fraction={done / all} label={names} value={t('sets.doneOf', { done, of: all })} />
      )}
      <Disclosure summary={`${t('sets.progress')}: ${t('sets.doneOf', { done, of: all })}`} open={running}>
        <Table label={`${t('sets.progress')}: ${names}`}>
          <thead>
            <tr>
              <HeaderCell>{t('sets.learner')}</HeaderCell>
              <HeaderCell numeric>{t('sets.progress')}</HeaderCell>
              <HeaderCell numeric>{t('sets.right')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {set.learners.map((learner) => (
              <Row key={learner.id}>
                <Cell>
                  <LearnerLabel learner={learner} />
                </Cell>
                <Cell numeric>{t('sets.doneOf', { done: learner.done, of: set.exercises })}</Cell>
                <Cell numeric>{format.number(learner.right)}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </article>
  );
}
