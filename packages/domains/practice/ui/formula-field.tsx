'use client';
/** Where mathematics is written: MathLive's field once it is loaded, a plain line until then and wherever it fails. */
import 'mathlive/fonts.css';
import { classNames } from '@praxis/ui';
import type { MathfieldElement } from 'mathlive';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

export interface FormulaFieldHandle {
  readonly value: () => string;
  readonly clear: () => void;
  readonly focus: () => void;
}

interface FormulaFieldProps {
  readonly label: string;
  readonly handle: RefObject<FormulaFieldHandle | null>;
  readonly disabled: boolean;
  readonly describedBy: string;
  readonly onEnter: () => void;
  readonly onWrite: () => void;
}

const look =
  'min-h-12 w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-title text-ink disabled:opacity-50';

export function FormulaField({ label, handle, disabled, describedBy, onEnter, onWrite }: FormulaFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const [field, setField] = useState<MathfieldElement | null>(null);

  useEffect(() => {
    let gone = false;
    let made: MathfieldElement | null = null;
    // The plain line stays where the library cannot be loaded.
    void mathField().then((next) => {
      if (gone || next === null || place.current === null) return;
      made = next;
      // What was written before the field came is kept.
      made.value = line.current?.value ?? '';
      const hadFocus = document.activeElement === line.current;
      place.current.append(made);
      setField(made);
      if (hadFocus) made.focus();
    });
    return () => {
      gone = true;
      made?.remove();
      setField(null);
    };
  }, []);

  useEffect(() => {
    handle.current = {
      value: () => field?.getValue('latex-unstyled') ?? line.current?.value ?? '',
      clear: () => {
        if (field !== null) field.value = '';
        if (line.current !== null) line.current.value = '';
      },
      focus: () => (field ?? line.current)?.focus(),
    };
  }, [field, handle]);

  useEffect(() => {
    if (field === null) return;
    field.setAttribute('aria-label', label);
    field.setAttribute('aria-describedby', describedBy);
    field.readOnly = disabled;
  }, [field, label, describedBy, disabled]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    } else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div onKeyDownCapture={onKeyDown} onInput={onWrite}>
      {/* The tip of the keyboard's sign reaches beyond a phone's edge. */}
      <div ref={place} className="overflow-x-clip [overflow-clip-margin:0.375rem] [&>math-field]:w-full" />
      <input
        ref={line}
        aria-label={label}
        aria-describedby={describedBy}
        disabled={disabled}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className={classNames(look, field !== null && 'hidden')}
      />
    </div>
  );
}

/** A field without sounds, its menu on the right mouse button; null where the library cannot be loaded. */
async function mathField(): Promise<MathfieldElement | null> {
  try {
    const { MathfieldElement } = await import('mathlive');
    // The fonts stand in the page's own style sheet.
    MathfieldElement.fontsDirectory = null;
    MathfieldElement.soundsDirectory = null;
    const field = new MathfieldElement();
    field.className = `${look} [&::part(menu-toggle)]:hidden`;
    field.smartFence = true;
    return field;
  } catch {
    return null;
  }
}
