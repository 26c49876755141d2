'use client';
/** What is known of a person, group by group; empty is not known. */
import { Choice, Disclosure } from '@praxis/ui';
import type { ReactNode } from 'react';
import { type DiagnosisFeature, type FeatureName, features } from '../../features/definitions.ts';
import type { Entered, EntryProblem } from '../../features/entry.ts';
import type { Wording } from '../wording.ts';
import { EntryField } from './entry-field.tsx';

interface EntryFormProps {
  readonly entered: Entered;
  readonly problems: readonly EntryProblem[];
  readonly onChange: (feature: FeatureName, value: number | null) => void;
  readonly wording: Wording;
}

const body: readonly FeatureName[] = ['weightKg', 'heightCm', 'bmi'];
const measured: readonly FeatureName[] = ['sbpMmHg', 'hdlMgDl', 'fib4'];
const hints: Readonly<Partial<Record<FeatureName, string>>> = { bmi: 'bmiHint', fib4: 'fib4Hint' };

export function EntryForm(props: EntryFormProps) {
  const { wording, entered, onChange } = props;
  const { screen, t } = wording;
  return (
    <form
      aria-label={screen('privateScore.form')}
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-6"
    >
      <Group title={screen('privateScore.about')} note={screen('privateScore.optional')}>
        <Fields names={['ageYears']} {...props} />
        <Choice<'female' | 'male' | ''>
          label={t('features.male.label')}
          options={[
            { value: 'female', label: screen('sex.female') },
            { value: 'male', label: screen('sex.male') },
          ]}
          value={answerOf(entered.male, 'male', 'female')}
          onChange={(sex) => onChange('male', sex === 'male' ? 1 : 0)}
        />
        <Fields names={body} {...props} />
      </Group>
      <Group title={screen('privateScore.measured')}>
        <Fields names={measured} {...props} />
        <div className="col-span-full">
          <Choice<'yes' | 'no' | ''>
            label={t('features.smoker.label')}
            options={[
              { value: '', label: screen('privateScore.unknown') },
              { value: 'no', label: screen('whatIf.no') },
              { value: 'yes', label: screen('whatIf.yes') },
            ]}
            value={answerOf(entered.smoker, 'yes', 'no')}
            onChange={(answer) => onChange('smoker', answer === '' ? null : answer === 'yes' ? 1 : 0)}
          />
        </div>
        <div className="col-span-full">
          <Disclosure summary={screen('privateScore.counts')} remember="private-score-counts">
            <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3">
              <Fields
                names={features.filter(({ kind }) => kind === 'count').map(({ name }) => name)}
                {...props}
              />
              <p className="col-span-full text-small text-muted">{screen('privateScore.countsNote')}</p>
            </div>
          </Disclosure>
        </div>
      </Group>
      <fieldset className="flex flex-col gap-2 border-t border-line pt-3">
        <legend className="sr-only">{screen('privateScore.diagnoses')}</legend>
        <p aria-hidden="true" className="font-strong">
          {screen('privateScore.diagnoses')}
        </p>
        <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
          {features
            .filter(({ name }) => name.startsWith('prior'))
            .map(({ name }) => (
              <label key={name} className="flex min-h-7 items-center gap-2">
                <input
                  type="checkbox"
                  checked={entered[name] === 1}
                  onChange={(event) => onChange(name, event.target.checked ? 1 : 0)}
                  className="size-4 shrink-0 accent-accent"
                />
                {t(`features.${name}.short`)}
              </label>
            ))}
        </div>
      </fieldset>
    </form>
  );
}

function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-2 border-t border-line pt-3">
      <legend className="sr-only">{title}</legend>
      <p aria-hidden="true" className="font-strong">
        {title}
      </p>
      {note === undefined ? null : <p className="text-small text-muted">{note}</p>}
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3">{children}</div>
    </fieldset>
  );
}

function Fields({
  names,
  entered,
  problems,
  onChange,
  wording,
}: EntryFormProps & { names: readonly FeatureName[] }) {
  return names.map((name) => {
    const hint = hints[name];
    return (
      <EntryField
        key={name}
        feature={definitionOf(name)}
        value={entered[name] ?? null}
        problem={problems.find(({ feature }) => feature === name)}
        hint={hint === undefined ? undefined : wording.screen(`privateScore.${hint}`)}
        onChange={(value) => onChange(name, value)}
        wording={wording}
      />
    );
  });
}

function definitionOf(name: FeatureName): DiagnosisFeature {
  const found = features.find((feature) => feature.name === name);
  if (!found) throw new Error(`There is no feature ${name}.`);
  return found;
}

function answerOf<Yes extends string, No extends string>(
  value: number | null | undefined,
  yes: Yes,
  no: No,
): Yes | No | '' {
  if (value === null || value === undefined) return '';
  return value === 1 ? yes : no;
}
