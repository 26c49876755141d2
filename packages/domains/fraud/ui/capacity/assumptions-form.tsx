'use client';
/** What the team says of its work: a plain GET form, so that the address says what the figures are for. */
import { Button, Field, Select } from '@praxis/ui';
import Form from 'next/form';
import Link from 'next/link';
import { type ChangeEvent, useState } from 'react';
import {
  type AssumptionField,
  assumptionFields,
  fieldLimits,
  type ReadAssumptions,
  readAssumptions,
} from '../../service/assumptions.ts';
import { useWording } from '../wording.ts';

/** A model whose worth can be asked for. */
export interface NamedModel {
  readonly artifact: string;
  readonly state: 'champion' | 'challenger' | 'previous';
}

const usual = readAssumptions({}).texts;
const steps: Readonly<Record<AssumptionField, string>> = {
  cards: '1',
  cost: '0.01',
  analyst: '1',
  loss: '1',
};

export function AssumptionsForm({
  asked,
  currency,
  models,
  shown: model,
  action,
}: {
  asked: Pick<ReadAssumptions, 'texts' | 'misunderstood'>;
  /** null where no payment says one. */
  currency: string | null;
  models: readonly NamedModel[];
  /** The artifact that the figures are of. */
  shown: string;
  action: string;
}) {
  const { capacity, number } = useWording();
  const [last, setLast] = useState(asked.texts);
  const [draft, setDraft] = useState(asked.texts);
  if (assumptionFields.some((field) => last[field] !== asked.texts[field])) {
    // The address changed, by the link below or by going back: the fields follow it.
    setLast(asked.texts);
    setDraft(asked.texts);
  }
  const label = (field: AssumptionField) => {
    if (field === 'cost')
      return currency === null ? capacity('fields.costPlain') : capacity('fields.cost', { currency });
    return capacity(`fields.${field}`);
  };
  const wrong = (field: AssumptionField) => {
    if (!asked.misunderstood.includes(field)) return null;
    const { least, most } = fieldLimits[field];
    return capacity(`wrong.${field}`, { least: number(least), most: number(most), used: usual[field] });
  };
  const changed = assumptionFields.some((field) => asked.texts[field] !== usual[field]);
  return (
    // Where the browser judged the fields, an address that says nonsense would be told by nobody.
    <Form
      action={action}
      scroll={false}
      noValidate
      role="search"
      aria-label={capacity('fieldsLabel')}
      data-print="hide"
      className="grid grid-cols-2 items-start gap-x-4 gap-y-3 lg:flex lg:flex-wrap"
    >
      {assumptionFields.map((field) => (
        <div key={field} className="lg:w-56">
          <Field
            type="number"
            name={field}
            inputMode={field === 'cost' ? 'decimal' : 'numeric'}
            min={fieldLimits[field].least}
            max={fieldLimits[field].most}
            step={steps[field]}
            label={label(field)}
            error={wrong(field)}
            value={draft[field]}
            onChange={(event: ChangeEvent<HTMLInputElement>) =>
              setDraft({ ...draft, [field]: event.target.value })
            }
            autoComplete="off"
            className="text-right tabular-nums"
            data-search={field === assumptionFields[0] ? true : undefined}
          />
        </div>
      ))}
      {models.length > 1 && (
        <div className="col-span-2 lg:w-64">
          <Select key={model} name="model" label={capacity('fields.model')} defaultValue={model}>
            {models.map(({ artifact, state }) => (
              <option key={artifact} value={artifact}>
                {capacity(`models.${state}`, { model: artifact.slice(0, 8) })}
              </option>
            ))}
          </Select>
        </div>
      )}
      <div className="col-span-2 flex items-center gap-4 lg:pt-5.5">
        <Button kind="primary" type="submit">
          {capacity('submit')}
        </Button>
        {changed ? (
          <Link href={action} className="text-muted underline-offset-4 hover:text-ink hover:underline">
            {capacity('usual')}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}
