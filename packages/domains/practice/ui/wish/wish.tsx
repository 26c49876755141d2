'use client';
/** How hard should exercises be? A slider for the wish, and at once what the next exercise would be like with it. */
import { Disclosure, IntervalBar } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { WishOutlook, WishView } from '../../service/learner-contract.ts';
import { targetBounds } from '../../service/practice-model.ts';
import { inTen } from '../use-of-ten.ts';
import { useWishWords } from '../use-wish-words.ts';
import { useWish } from './use-wish.ts';

interface WishProps {
  readonly first: WishView;
  readonly api: string;
  /** The exercise in front, and whether it is done: with either changes what is expected of the next one. */
  readonly turn: number;
  readonly closed: boolean;
}

export function Wish({ first, api, turn, closed }: WishProps) {
  const t = useTranslations('practice.learner.wish');
  const words = useWishWords();
  const { wish, keeping, move } = useWish(first, api, `${turn} ${closed}`);
  const id = useId();
  const percent = Math.round(wish.target * 100);
  return (
    <Disclosure summary={t('title', { wish: words(wish.target) })} remember="practice-wish">
      <div className="flex flex-col gap-3">
        <div className="flex flex-col gap-1">
          <label htmlFor={id} className="text-small text-muted">
            {t('label')}
          </label>
          <input
            id={id}
            type="range"
            min={targetBounds.least * 100}
            max={targetBounds.most * 100}
            step={5}
            value={percent}
            aria-valuetext={words(wish.target)}
            aria-describedby={`${id}-expected`}
            onChange={(event) => move(Number(event.target.value) / 100)}
            className="h-6 w-full accent-accent"
          />
          <p aria-hidden className="flex justify-between text-small text-muted">
            <span>← {t('harder')}</span>
            <span className="font-strong text-ink">{words(wish.target)}</span>
            <span>{t('easier')} →</span>
          </p>
        </div>
        <div id={`${id}-expected`} aria-live="polite" className="flex flex-col gap-2">
          <Expected wish={wish} />
        </div>
        <p className="text-small text-muted">
          {t('when')} <span role="status">{keeping === 'kept' ? t('saved') : null}</span>
        </p>
        {keeping === 'unkept' ? (
          <p role="alert" className="text-small text-error">
            {t('unkept')}
          </p>
        ) : null}
      </div>
    </Disclosure>
  );
}

/** What the wish would bring: known for every place of the slider, so that no move waits for the server. */
function Expected({ wish }: { wish: WishView }) {
  const t = useTranslations('practice.learner.wish');
  const expected = nearestOf(wish);
  if (expected === null || wish.skill === null) return <p className="text-muted">{t('none')}</p>;
  const [low, high] = [inTen(expected.low), inTen(expected.high)];
  return (
    <>
      <p className="font-strong">
        {low === high ? t('expectedSure', { low }) : t('expected', { low, high })}
      </p>
      <div aria-hidden>
        <IntervalBar
          {...{ value: expected.success, lower: expected.low, upper: expected.high }}
          thresholds={[wish.target]}
          label=""
          colour="var(--accent)"
        />
      </div>
      <p className="text-small text-muted">
        {t('mean', { mean: inTen(expected.success), skill: wish.skill })}{' '}
        {expected.onTarget ? null : t('offTarget')}
      </p>
    </>
  );
}

function nearestOf({ target, outlook }: WishView): WishOutlook | null {
  const distance = (one: WishOutlook) => Math.abs(one.target - target);
  return outlook.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}
