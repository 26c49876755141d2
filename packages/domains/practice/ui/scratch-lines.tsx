'use client';
/** A sheet to work on: every line is checked, and the first wrong one is found. */
import { Button, Notice } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import type { LineView } from '../service/practice-contract.ts';
import { Mathematics } from './mathematics.tsx';
import { practiceServer } from './practice-server.ts';

interface Checked {
  readonly lines: readonly string[];
  readonly verdicts: readonly LineView[];
}

const signs: Readonly<Record<LineView['verdict'], string>> = {
  ...{
    same: '✓',
    aside: '✓',
    gains: '!',
    loses: '✗',
    wrong: '✗',
    unreadable: '?',
    untold: '?',
    after: '·',
    blank: '',
  },
};

export function ScratchLines({ turn, api }: { turn: number; api: string }) {
  const t = useTranslations('practice.screens.desk.lines');
  const unreadable = useTranslations('practice.screens.verdicts.unreadables');
  const server = useMemo(() => practiceServer(api), [api]);
  const id = useId();
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<Checked | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function check() {
    const lines = text.split('\n');
    setBusy(true);
    const reply = await server.lines(turn, lines);
    setBusy(false);
    setTrouble(reply.ok ? null : (reply.message ?? t('unreachable')));
    if (reply.ok) setChecked({ lines, verdicts: reply.value });
  }

  const said = (verdict: LineView): string => {
    if (verdict.verdict === 'unreadable') {
      return unreadable(verdict.error.code, { part: verdict.error.part, place: verdict.error.from + 1 });
    }
    return verdict.verdict === 'blank' ? '' : t(`verdicts.${verdict.verdict}`);
  };

  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-small text-muted">
        {t('label')}
      </label>
      <textarea
        id={id}
        rows={4}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => {
          setText(event.target.value);
          setChecked(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void check();
          else return;
          event.preventDefault();
        }}
        className="w-full resize-y rounded-control border border-line-strong bg-surface px-2.5 py-1.5 text-body text-ink"
      />
      <Button className="self-start" disabled={busy || text.trim() === ''} onClick={() => void check()}>
        {t('check')}
      </Button>
      {trouble === null ? null : <Notice tone="error">{trouble}</Notice>}
      <ol aria-live="polite" className="flex list-none flex-col gap-1 empty:hidden">
        {checked?.verdicts.map((verdict, place) =>
          verdict.verdict === 'blank' ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
            <li key={place} className="grid grid-cols-[1.25rem_1fr] gap-x-2">
              <span aria-hidden className={verdict.verdict === 'same' ? 'text-accent' : 'text-muted'}>
                {signs[verdict.verdict]}
              </span>
              <span className="min-w-0 break-words">
                {checked.lines[place]} <span className="text-small text-muted">{said(verdict)}</span>
                {verdict.verdict === 'wrong' && verdict.explanation !== null ? (
                  <span className="block text-small">
                    <Mathematics text={verdict.explanation} />
                  </span>
                ) : null}
              </span>
            </li>
          ),
        )}
      </ol>
    </div>
  );
}
