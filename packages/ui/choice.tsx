/** One of a few, all in sight. */
import { useId } from 'react';
import { classNames } from './class-names.ts';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** Radio buttons in a row; `label` is read out, and shown unless hidden. */
export function Choice<Value extends string>({
  label,
  labelHidden = false,
  options,
  value,
  onChange,
}: {
  label: string;
  labelHidden?: boolean;
  options: readonly ChoiceOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className={labelHidden ? 'sr-only' : 'mb-1 text-small text-muted'}>{label}</legend>
      <div className="inline-flex w-fit max-w-full flex-wrap rounded-control border border-line-strong">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              'cursor-pointer rounded-control px-2.5 py-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              option.value === value ? 'bg-accent-soft font-strong text-ink' : 'text-muted hover:text-ink',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
