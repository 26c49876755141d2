'use client';
/** Asking a class for exercises: which skills, how many, how hard, of whom, until when. */
import { Button, Disclosure, Field, Notice } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ClassSets, LearnerName } from '../../service/class/class-contract.ts';
import { setBounds } from '../../service/class/set-wish.ts';
import { targetSchema, usualTarget } from '../../service/practice-model.ts';
import { Chosen } from './chosen.tsx';
import { LearnerLabel } from './learner-label.tsx';
import { send } from './send.ts';
import type { SetStart } from './set-address.ts';

interface NewSetProps extends Pick<ClassSets, 'areas' | 'learners' | 'today'> {
  readonly start: SetStart;
  readonly api: string;
}

const usualExercises = 8;
const percent = 100;

/** The field that a refusal of the server is about. */
const fieldOf: Readonly<Record<string, string>> = {
  ...{ setSkills: 'skills', setNoStock: 'skills', setExercises: 'exercises', setSuccess: 'success' },
  ...{ setLearners: 'learners', setDueOn: 'dueOn', setNote: 'note' },
};

export function NewSet({ areas, learners, today, start, api }: NewSetProps) {
  const t = useTranslations('practice.class');
  const router = useRouter();
  const known = (given: readonly string[], all: readonly { readonly id: string }[]) =>
    given.filter((id) => all.some((one) => one.id === id));
  const startSkills = known(
    start.skills,
    areas.flatMap(({ skills }) => skills),
  );
  const startLearners = known(start.learners, learners);
  const everybody = learners.map(({ id }) => id);
  const [skills, setSkills] = useState<readonly string[]>(startSkills);
  const [chosen, setChosen] = useState<readonly string[]>(
    startLearners.length > 0 ? startLearners : everybody,
  );
  const [said, setSaid] = useState<{ field: string | null; message: string } | 'sent' | null>(null);
  const [busy, setBusy] = useState(false);
  const errorOf = (field: string) =>
    said !== null && said !== 'sent' && said.field === field ? said.message : null;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    setBusy(true);
    const sent = await send(api, 'POST', {
      ...{ skills, learners: chosen, note: text('note') },
      exercises: Number(text('exercises')),
      success: Number(text('success')) / percent,
      dueOn: text('dueOn') === '' ? null : text('dueOn'),
    });
    setBusy(false);
    if (!sent.ok) {
      const message = sent.message ?? t('unreachable');
      return setSaid({ field: fieldOf[sent.code ?? ''] ?? null, message });
    }
    setSaid('sent');
    setSkills([]);
    form.reset();
    router.refresh();
  }

  return (
    <section id="new" className="flex flex-col gap-4 border-t border-line pt-6">
      <h2 className="text-title">{t('sets.new')}</h2>
      {/* What is wrong is said by the server, in words that name the field. */}
      <form onSubmit={submit} noValidate className="flex flex-col gap-6">
        <Chosen label={t('sets.skills')} error={errorOf('skills')}>
          {areas.map((area) => {
            const own = area.skills.filter(({ id }) => skills.includes(id)).length;
            return (
              <Disclosure
                key={area.id}
                summary={t('sets.area', { area: t(`areas.${area.id}`), chosen: own })}
                open={own > 0}
              >
                <ul className="flex flex-col gap-1 pb-2 pl-5">
                  {area.skills.map(({ id, name, ready }) => (
                    <li key={id}>
                      <Tick value={id} among={skills} onChange={setSkills} disabled={ready === 0}>
                        {name} <span className="text-small text-muted">{t('sets.ready', { ready })}</span>
                      </Tick>
                    </li>
                  ))}
                </ul>
              </Disclosure>
            );
          })}
        </Chosen>
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <Field
            label={t('sets.exercises')}
            hint={t('sets.exercisesHint')}
            error={errorOf('exercises')}
            name="exercises"
            type="number"
            inputMode="numeric"
            min={1}
            max={setBounds.exercises}
            defaultValue={usualExercises}
          />
          <Field
            label={t('sets.success')}
            hint={t('sets.successHint')}
            error={errorOf('success')}
            name="success"
            type="number"
            inputMode="numeric"
            min={(targetSchema.minValue ?? 0) * percent}
            max={(targetSchema.maxValue ?? 1) * percent}
            step={5}
            defaultValue={usualTarget * percent}
          />
          <Field
            label={t('sets.dueOn')}
            hint={t('sets.dueOnHint')}
            error={errorOf('dueOn')}
            name="dueOn"
            type="date"
            min={today}
          />
          <Field
            label={t('sets.note')}
            hint={t('sets.noteHint')}
            error={errorOf('note')}
            name="note"
            maxLength={setBounds.note}
            autoComplete="off"
          />
        </div>
        <Learners learners={learners} chosen={chosen} onChange={setChosen} error={errorOf('learners')} />
        <div className="flex flex-col items-start gap-3">
          <Button kind="primary" type="submit" disabled={busy}>
            {t('sets.send')}
          </Button>
          <div aria-live="polite" className="empty:hidden">
            {said === 'sent' ? <Notice>{t('sets.sent')}</Notice> : null}
            {said !== null && said !== 'sent' && said.field === null ? (
              <Notice tone="error">{said.message}</Notice>
            ) : null}
          </div>
        </div>
      </form>
    </section>
  );
}

function Learners({
  learners,
  chosen,
  onChange,
  error,
}: {
  learners: readonly LearnerName[];
  chosen: readonly string[];
  onChange: (ids: readonly string[]) => void;
  error: string | null;
}) {
  const t = useTranslations('practice.class.sets');
  return (
    <Chosen label={t('learners')} error={error}>
      <p className="flex gap-2 pb-1">
        <Button onClick={() => onChange(learners.map(({ id }) => id))}>{t('all')}</Button>
        <Button onClick={() => onChange([])}>{t('nobody')}</Button>
      </p>
      <ul className="grid grid-cols-3 gap-x-4 gap-y-1 max-sm:grid-cols-1">
        {learners.map((learner) => (
          <li key={learner.id}>
            <Tick value={learner.id} among={chosen} onChange={onChange}>
              <LearnerLabel learner={learner} />
            </Tick>
          </li>
        ))}
      </ul>
    </Chosen>
  );
}

function Tick({
  value,
  among,
  onChange,
  disabled = false,
  children,
}: {
  value: string;
  among: readonly string[];
  onChange: (values: readonly string[]) => void;
  disabled?: boolean;
  children: React.ReactNode;
}) {
  const on = among.includes(value);
  return (
    <label className="inline-flex min-h-6 items-baseline gap-2">
      <input
        type="checkbox"
        checked={on}
        disabled={disabled && !on}
        onChange={() => onChange(on ? among.filter((one) => one !== value) : [...among, value])}
        className="size-4 translate-y-0.5 accent-accent"
      />
      <span>{children}</span>
    </label>
  );
}
