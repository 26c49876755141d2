'use client';
/** One changeable input: a number field and a slider on the same value, or a choice where it is yes or no. */
import { Choice, Field } from '@praxis/ui';
import { useId, useState } from 'react';
import type { ChangeableInput } from '../../service/contract.ts';
import { fromShownUnit, toShownUnit } from '../units.ts';
import type { Wording } from '../wording.ts';

interface WhatIfFieldProps {
  readonly input: ChangeableInput;
  /** The changed value in the feature's own unit; undefined: as it was. */
  readonly changed: number | undefined;
  readonly outOfRange: { readonly minimum: number; readonly maximum: number } | undefined;
  /** null takes the change back. */
  readonly onChange: (value: number | null) => void;
  readonly wording: Wording;
}

export function WhatIfField(props: WhatIfFieldProps) {
  const { input } = props;
  const yesOrNo = input.minimum === 0 && input.maximum === 1 && input.step === 1;
  return yesOrNo ? <YesOrNo {...props} /> : <Amount {...props} />;
}

function YesOrNo({ input, changed, onChange, wording }: WhatIfFieldProps) {
  const { screen, t } = wording;
  const value = changed ?? input.value;
  return (
    <div className="flex flex-col gap-1">
      <Choice<'yes' | 'no' | ''>
        label={t(`features.${input.feature}.label`)}
        options={[
          { value: 'no', label: screen('whatIf.no') },
          { value: 'yes', label: screen('whatIf.yes') },
        ]}
        value={value === null ? '' : value === 1 ? 'yes' : 'no'}
        onChange={(chosen) => {
          const next = chosen === 'yes' ? 1 : 0;
          onChange(next === input.value ? null : next);
        }}
      />
      <Was input={input} changed={changed} wording={wording} />
    </div>
  );
}

function Amount({ input, changed, outOfRange, onChange, wording }: WhatIfFieldProps) {
  const { screen, t, units } = wording;
  const id = useId();
  const digits = wording.digitsOf(input.feature);
  const shown = (value: number) => Number(toShownUnit(value, input.unit, units).toFixed(digits));
  const value = changed ?? input.value;
  const [text, setText] = useState(value === null ? '' : String(shown(value)));
  const [notNumber, setNotNumber] = useState(false);
  const present = `${value} ${units}`;
  const [seen, setSeen] = useState(present);
  if (present !== seen) {
    setSeen(present);
    // A value that the slider or a change of units set replaces the text; one typed here stays as it was typed.
    const typed = value !== null && Math.abs(fromShownUnit(numberOf(text), input.unit, units) - value) < 1e-6;
    if (!typed) {
      setText(value === null ? '' : String(shown(value)));
      setNotNumber(false);
    }
  }

  const set = (typed: number) => {
    const own = fromShownUnit(typed, input.unit, units);
    onChange(input.value !== null && typed === shown(input.value) ? null : own);
  };
  const unit = wording.unitOf(input.feature);
  const label = t(`features.${input.feature}.label`);
  const minimum = shown(input.minimum);
  const maximum = shown(input.maximum);
  const step = units === 'mmolL' && input.unit === 'mg/dL' ? 0.01 : input.step;
  const range = outOfRange ?? (notNumber ? input : undefined);
  return (
    <div className="flex flex-col gap-1">
      <div className="grid grid-cols-[1fr_5.5rem] items-end gap-3">
        <label htmlFor={`${id}-slider`} className="text-small text-muted">
          {unit === null ? label : screen('whatIf.field', { label, unit })}
        </label>
        <Field
          id={id}
          label={label}
          labelHidden
          inputMode="decimal"
          value={text}
          placeholder="–"
          aria-invalid={range ? true : undefined}
          aria-describedby={range ? `${id}-range` : undefined}
          onChange={(event) => {
            const typed = numberOf(event.target.value);
            setText(event.target.value);
            setNotNumber(Number.isNaN(typed));
            if (!Number.isNaN(typed)) set(typed);
          }}
          className="text-right"
        />
      </div>
      <input
        id={`${id}-slider`}
        type="range"
        aria-label={screen('whatIf.slider', { label })}
        aria-valuetext={value === null ? screen('notMeasured') : wording.quantity(input.feature, value)}
        min={minimum}
        max={maximum}
        step={step}
        value={value === null ? (minimum + maximum) / 2 : shown(value)}
        onChange={(event) => set(Number(event.target.value))}
        className={`w-full accent-accent ${value === null ? 'opacity-50' : ''}`}
      />
      {range ? (
        <p id={`${id}-range`} role="alert" className="text-small text-error">
          {screen('whatIf.between', {
            minimum: wording.bound(input.feature, range.minimum),
            maximum: wording.bound(input.feature, range.maximum),
            unit: unit === null ? '' : ` ${unit}`,
          })}
        </p>
      ) : (
        <Was input={input} changed={changed} wording={wording} />
      )}
    </div>
  );
}

/** What was typed as a number, with a decimal point or comma; NaN where it is none. */
function numberOf(text: string): number {
  const typed = text.replace(',', '.').trim();
  return typed === '' ? Number.NaN : Number(typed);
}

function Was({ input, changed, wording }: Pick<WhatIfFieldProps, 'input' | 'changed' | 'wording'>) {
  const { screen } = wording;
  if (input.value === null) return <p className="text-small text-muted">{screen('notMeasured')}</p>;
  if (changed === undefined) return null;
  const yesOrNo = input.minimum === 0 && input.maximum === 1 && input.step === 1;
  const value = yesOrNo
    ? screen(input.value === 1 ? 'value.yes' : 'value.no')
    : wording.quantity(input.feature, input.value);
  return <p className="text-small text-muted">{screen('whatIf.was', { value })}</p>;
}
