'use client';
/** What is the answer? One exercise a screen. */
import { Button, Disclosure, isTyping, Kbd, Notice, useTellPageKeys } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { WishView } from '../service/learner-contract.ts';
import type { Next, TurnView } from '../service/practice-contract.ts';
import { Feedback } from './feedback.tsx';
import { FormulaField, type FormulaFieldHandle } from './formula-field.tsx';
import { Mathematics } from './mathematics.tsx';
import { ScratchLines } from './scratch-lines.tsx';
import { Solution } from './solution.tsx';
import { type Desk, useDesk } from './use-desk.ts';
import { Why } from './why.tsx';
import { Wish } from './wish/wish.tsx';

const keyWords = [
  { keys: ['Enter'], word: 'check' },
  { keys: ['h'], word: 'hint' },
  { keys: ['s'], word: 'solution' },
  { keys: ['v'], word: 'variant' },
  { keys: ['n'], word: 'next' },
] as const;

interface PracticeDeskProps {
  readonly first: TurnView;
  readonly api: string;
  /** Today's reviews come one after the other, before all else. */
  readonly reviews?: boolean;
  /** What the learner wishes, and what each wish would bring. */
  readonly wish: WishView;
}

export function PracticeDesk({ first, api, reviews = false, wish }: PracticeDeskProps) {
  const t = useTranslations('practice.screens.desk');
  const field = useRef<FormulaFieldHandle>(null);
  const desk = useDesk(first, api, () => {
    field.current?.clear();
    field.current?.focus();
  });
  const { turn, said, busy } = desk;
  const open = turn.outcome === null;
  const about = useId();
  const next = reviews ? 'reviews' : 'best';
  const enter = () => (open ? desk.check(field.current?.value() ?? '') : desk.another(next));
  useDeskKeys(desk, next, enter);
  useTellPageKeys(useMemo(() => keyWords.map(({ keys, word }) => ({ keys, label: t(`keys.${word}`) })), [t]));
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6">
      {reviews && turn.choice.kind !== 'review' ? <Notice>{t('reviewsDone')}</Notice> : null}
      <header className="flex flex-col gap-1">
        <h1 className="text-small text-muted">{turn.skill.name}</h1>
        <p>
          <Mathematics text={turn.prompt} big />
        </p>
      </header>
      <div className="flex flex-col gap-2">
        <FormulaField
          label={t('answer')}
          handle={field}
          disabled={!open}
          describedBy={about}
          onEnter={enter}
          onWrite={desk.write}
        />
        <p id={about} className="text-small text-muted">
          {t(`asks.${turn.asks}`)}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" onClick={enter} disabled={busy} aria-keyshortcuts="Enter">
          {open ? t('check') : t('next')} <Kbd>↵</Kbd>
        </Button>
        {open ? (
          <>
            <Button
              onClick={desk.hint}
              disabled={busy || turn.hints.length >= turn.hintCount}
              aria-keyshortcuts="h"
            >
              {t('hint', { shown: turn.hints.length, count: turn.hintCount })} <Kbd>h</Kbd>
            </Button>
            <Button kind="quiet" onClick={desk.solution} disabled={busy} aria-keyshortcuts="s">
              {t('showSolution')} <Kbd>s</Kbd>
            </Button>
          </>
        ) : null}
        <Button kind="quiet" onClick={() => desk.another('variant')} disabled={busy} aria-keyshortcuts="v">
          {t('variant')} <Kbd>v</Kbd>
        </Button>
        {open ? (
          <Button kind="quiet" onClick={() => desk.another(next)} disabled={busy} aria-keyshortcuts="n">
            {t('skip')} <Kbd>n</Kbd>
          </Button>
        ) : null}
      </div>
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {said === null ? null : said.kind === 'verdict' ? (
          <Feedback verdict={said.verdict} />
        ) : (
          <Notice tone="error">{said.message ?? t('unreachable')}</Notice>
        )}
        {open && turn.hints.length > 0 ? (
          <ol className="flex list-none flex-col gap-2 border-l-2 border-line-strong pl-4">
            {turn.hints.map((hint) => (
              <li key={hint}>
                <Mathematics text={hint} />
              </li>
            ))}
          </ol>
        ) : null}
        {turn.solution === null ? null : <Solution solution={turn.solution} />}
      </div>
      <div className="flex flex-col gap-2 border-t border-line pt-4">
        {open ? (
          <Disclosure summary={t('lines.title')} remember="practice-lines">
            <ScratchLines key={turn.id} turn={turn.id} api={api} />
          </Disclosure>
        ) : null}
        <Disclosure summary={t('why.title')} remember="practice-why">
          <Why choice={turn.choice} skill={turn.skill.name} reworded={turn.reworded} />
        </Disclosure>
        <Wish first={wish} api={api} turn={turn.id} closed={!open} />
      </div>
    </div>
  );
}

/** Keys of the page, wherever nothing is being typed. */
function useDeskKeys(desk: Desk, next: Next, enter: () => void): void {
  const latest = useRef({ desk, next, enter });
  latest.current = { desk, next, enter };
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target) || isFormula(event.target)) return;
      const { desk, next, enter } = latest.current;
      const open = desk.turn.outcome === null;
      if (event.key === 'Enter' && !isPressable(event.target)) enter();
      else if (event.key === 'h' && open) desk.hint();
      else if (event.key === 's' && open) desk.solution();
      else if (event.key === 'v') desk.another('variant');
      else if (event.key === 'n') desk.another(next);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

const isFormula = (target: EventTarget | null) =>
  target instanceof Element && target.closest('math-field') !== null;

/** Enter on a button presses the button. */
const isPressable = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, a, summary') !== null;
