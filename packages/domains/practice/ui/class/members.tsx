'use client';
/** Who is in the class: taking learners in and out. */
import { Button, Cell, Field, HeaderCell, Notice, Row, Table } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ClassMembers } from '../../service/class/class-contract.ts';
import { Day } from './day.tsx';
import { LearnerLabel, SimulatedNote } from './learner-label.tsx';
import { send } from './send.ts';

type Member = ClassMembers['learners'][number];

/** @param api of the class's learners */
export function Members({ learners, api }: { learners: readonly Member[]; api: string }) {
  const t = useTranslations('practice.class');
  const router = useRouter();
  const [removed, setRemoved] = useState<Member | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  async function change(sent: ReturnType<typeof send>, then: () => void) {
    const outcome = await sent;
    setTrouble(outcome.ok ? null : (outcome.message ?? t('unreachable')));
    if (!outcome.ok) return;
    then();
    router.refresh();
  }
  const remove = (member: Member) =>
    change(send(`${api}/${encodeURIComponent(member.id)}`, 'DELETE'), () => setRemoved(member));
  const undo = ({ email }: Member) => change(send(api, 'POST', { email }), () => setRemoved(null));
  return (
    <div className="flex flex-col gap-6">
      <AddMember api={api} />
      <div aria-live="polite" className="empty:hidden">
        {trouble === null ? null : <Notice tone="error">{trouble}</Notice>}
        {removed === null ? null : (
          <Notice action={<Button onClick={() => undo(removed)}>{t('learners.undo')}</Button>}>
            {t('learners.removed', { name: removed.name })}
          </Notice>
        )}
      </div>
      {learners.length === 0 ? null : (
        <section className="flex flex-col gap-2">
          <h2 className="text-title">{t('learners.heading')}</h2>
          <Table label={t('learners.heading')}>
            <thead>
              <tr>
                <HeaderCell>{t('learners.name')}</HeaderCell>
                <HeaderCell>{t('learners.email')}</HeaderCell>
                <HeaderCell>{t('learners.last')}</HeaderCell>
                <HeaderCell>
                  <span className="sr-only">{t('learners.remove')}</span>
                </HeaderCell>
              </tr>
            </thead>
            <tbody>
              {learners.map((learner) => (
                <Row key={learner.id}>
                  <Cell>
                    <LearnerLabel learner={learner} />
                  </Cell>
                  <Cell className="text-muted">{learner.email}</Cell>
                  <Cell>
                    <Day at={learner.lastPractisedAt} />
                  </Cell>
                  <Cell numeric>
                    <Button
                      kind="quiet"
                      aria-label={t('learners.removeWho', { name: learner.name })}
                      onClick={() => remove(learner)}
                    >
                      {t('learners.remove')}
                    </Button>
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
          <SimulatedNote learners={learners} />
        </section>
      )}
    </div>
  );
}

function AddMember({ api }: { api: string }) {
  const t = useTranslations('practice.class');
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function add(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const sent = await send(api, 'POST', { email });
    setBusy(false);
    if (!sent.ok) return setError(sent.message ?? t('unreachable'));
    setEmail('');
    setError(null);
    router.refresh();
  }
  return (
    <form onSubmit={add} className="flex flex-wrap items-start gap-3">
      <div className="w-full max-w-sm">
        <Field
          label={t('learners.address')}
          hint={t('learners.addressHint')}
          error={error}
          type="email"
          value={email}
          required
          autoComplete="off"
          onChange={(event) => setEmail(event.target.value)}
        />
      </div>
      <Button kind="primary" type="submit" disabled={busy} className="sm:mt-5.5">
        {t('learners.add')}
      </Button>
    </form>
  );
}
