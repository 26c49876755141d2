'use client';
/** The filter of the worklist: a plain GET form that submits by itself where a list is changed. */
import { Button, Field, Select } from '@praxis/ui';
import Form from 'next/form';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useRef, useState } from 'react';
import { riskBands } from '../../service/bands.ts';
import { filterSearch, type WorklistFilter } from './filter.ts';

/** What the form shows: every field as text. */
function draftOf(filter: WorklistFilter) {
  return {
    text: filter.text,
    band: filter.band ?? '',
    from: filter.from === undefined ? '' : String(filter.from),
    to: filter.to === undefined ? '' : String(filter.to),
    sex: filter.sex ?? '',
  };
}

export function FilterForm({ filter, action }: { filter: WorklistFilter; action: string }) {
  const t = useTranslations('diagnosis');
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState(filter);
  const [draft, setDraft] = useState(draftOf(filter));
  if (filterSearch(shown) !== filterSearch(filter)) {
    // The address changed, by "Clear" or by going back: the fields follow it.
    setShown(filter);
    setDraft(draftOf(filter));
  }

  const type = (event: ChangeEvent<HTMLInputElement>) =>
    setDraft({ ...draft, [event.target.name]: event.target.value });
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    setDraft({ ...draft, [event.target.name]: event.target.value });
    // After the state has reached the form.
    requestAnimationFrame(() => form.current?.requestSubmit());
  };
  const filtered = Object.values(draftOf(filter)).some((value) => value !== '');

  return (
    <Form
      ref={form}
      action={action}
      scroll={false}
      role="search"
      data-print="hide"
      className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <input type="hidden" name="outcome" value={filter.outcome} />
      <input type="hidden" name="sort" value={filter.sort} />
      <input type="hidden" name="direction" value={filter.direction} />
      <div className="col-span-2 sm:w-72">
        <Field
          type="search"
          name="text"
          label={t('screens.worklist.search')}
          placeholder={t('screens.worklist.searchHint')}
          value={draft.text}
          onChange={type}
          autoComplete="off"
          data-search
        />
      </div>
      <div className="sm:w-36">
        <Select name="band" label={t('screens.worklist.band')} value={draft.band} onChange={choose}>
          <option value="">{t('screens.worklist.anyBand')}</option>
          {[...riskBands].reverse().map((band) => (
            <option key={band} value={band}>
              {t(`bands.${band}`)}
            </option>
          ))}
          <option value="alreadyHas">{t('bands.alreadyHas')}</option>
        </Select>
      </div>
      <div className="sm:w-28">
        <Select name="sex" label={t('screens.worklist.sex')} value={draft.sex} onChange={choose}>
          <option value="">{t('screens.worklist.anySex')}</option>
          <option value="female">{t('screens.sex.female')}</option>
          <option value="male">{t('screens.sex.male')}</option>
        </Select>
      </div>
      <div className="sm:w-20">
        <Field
          type="number"
          name="from"
          min={0}
          max={150}
          inputMode="numeric"
          label={t('screens.worklist.ageFrom')}
          value={draft.from}
          onChange={type}
        />
      </div>
      <div className="sm:w-20">
        <Field
          type="number"
          name="to"
          min={0}
          max={150}
          inputMode="numeric"
          label={t('screens.worklist.ageTo')}
          value={draft.to}
          onChange={type}
        />
      </div>
      <div className="col-span-2 flex items-center gap-3">
        <Button type="submit">{t('screens.worklist.apply')}</Button>
        {filtered ? (
          <Link
            href={`${action}${filterSearch(filter, { text: '', band: undefined, from: undefined, to: undefined, sex: undefined })}`}
            className="text-muted underline-offset-4 hover:text-ink hover:underline"
          >
            {t('screens.worklist.clear')}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}
