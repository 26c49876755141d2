'use client';
/** One value, typed in the reader's unit. */
import { Field } from '@praxis/ui';
import { type ReactNode, useState } from 'react';
import type { DiagnosisFeature } from '../../features/definitions.ts';
import { type EntryProblem, entryRange } from '../../features/entry.ts';
import { fromShownUnit, toShownUnit } from '../units.ts';
import type { Wording } from '../wording.ts';

interface EntryFieldProps {
  readonly feature: DiagnosisFeature;
  /** In the feature's own unit; null is empty, NaN is no number. */
  readonly value: number | null;
  readonly problem: EntryProblem | undefined;
  readonly hint?: ReactNode;
  readonly onChange: (value: number | null) => void;
  readonly wording: Wording;
}

export function EntryField({ feature, value, problem, hint, onChange, wording }: EntryFieldProps) {
  const { screen, t, units } = wording;
  const { name } = feature;
  const digits = feature.kind === 'count' ? 0 : wording.digitsOf(name);
  const shown = (own: number) => String(Number(toShownUnit(own, feature.unit, units).toFixed(digits)));
  const [text, setText] = useState(value === null ? '' : shown(value));
  const present = `${value} ${units}`;
  const [seen, setSeen] = useState(present);
  if (present !== seen) {
    setSeen(present);
    // Values that came from elsewhere, and another unit, replace the text; what was typed here stays as it was typed.
    if (!Object.is(read(text, feature, wording), value)) setText(value === null ? '' : shown(value));
  }
  const unit = wording.unitOf(name);
  const label = t(`features.${name}.${feature.kind === 'count' ? 'short' : 'label'}`);
  const range = entryRange(feature);
  return (
    <Field
      label={unit === null ? label : screen('privateScore.field', { label, unit })}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      hint={hint}
      error={
        problem?.code === 'outOfRange'
          ? screen('whatIf.between', {
              minimum: wording.bound(name, range.minimum),
              maximum: wording.bound(name, range.maximum),
              unit: unit === null ? '' : ` ${unit}`,
            })
          : null
      }
      onChange={(event) => {
        setText(event.target.value);
        onChange(read(event.target.value, feature, wording));
      }}
      className="text-right"
    />
  );
}

/** What was typed in the feature's own unit, with a decimal point or comma; NaN where it is no number. */
function read(text: string, feature: DiagnosisFeature, { units }: Wording): number | null {
  const typed = text.replace(',', '.').trim();
  return typed === '' ? null : fromShownUnit(Number(typed), feature.unit, units);
}
