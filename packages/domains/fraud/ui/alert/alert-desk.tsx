'use client';
/** Fraud or not? One alert a screen, the next one at hand. */
import { Button, buttonClass, classNames, Empty, Kbd, Notice, useTellPageKeys } from '@praxis/ui';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { memo, useDeferredValue, useMemo, useRef } from 'react';
import type { AlertReview, QueueView } from '../../service/triage-contract.ts';
import type { Reviewer } from '../../service/triage-store.ts';

import { SimulatedBadge } from '../simulated-badge.tsx';
import { useWording, type Wording } from '../wording.ts';
import { Facts } from './facts.tsx';
import { AtTerminal, ReviewLog } from './log.tsx';
import { SimilarAlerts, Together } from './others.tsx';
import { TerminalMap } from './terminal-map.tsx';
import { CardTimeline } from './timeline.tsx';
import { Told } from './told.tsx';
import { type Desk, type DeskAddresses, useDesk } from './use-desk.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { VerdictPanel } from './verdict-panel.tsx';
import { Why } from './why.tsx';

interface AlertDeskProps extends DeskAddresses {
  readonly first: AlertReview;
  readonly queue: QueueView;
  readonly me: Reviewer;
}

interface EvidenceProps {
  readonly review: AlertReview;
  readonly alertHref: string;
  readonly onShow: (id: number) => void;
}

const keyWords = [
  { keys: ['c'], word: 'claim' },
  { keys: ['f'], word: 'fraud' },
  { keys: ['g'], word: 'genuine' },
  { keys: ['m'], word: 'note' },
  { keys: ['n'], word: 'next' },
  { keys: ['u'], word: 'undo' },
  { keys: ['q'], word: 'queue' },
] as const;

export function AlertDesk({ first, queue, me, ...addresses }: AlertDeskProps) {
  const wording = useWording();
  const { screen } = wording;
  const desk = useDesk(first, queue, me, addresses);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const router = useRouter();
  useDeskKeys(desk, {
    note: () => noteField.current?.focus(),
    queue: () => router.push(addresses.queueHref),
  });
  const labels = keyWords.map(({ word }) => screen(`review.keys.${word}`)).join('\n');
  useTellPageKeys(
    useMemo(() => {
      const words = labels.split('\n');
      return keyWords.map(({ keys }, place) => ({ keys, label: words[place] }));
    }, [labels]),
  );
  const { review } = desk;
  return (
    <div className="flex flex-col gap-3">
      <header className="flex flex-col gap-1">
        <Link
          href={addresses.queueHref}
          data-print="hide"
          aria-keyshortcuts="q"
          className="self-start text-muted underline-offset-4 hover:text-ink hover:underline"
        >
          ← {screen('review.back')} <Kbd>q</Kbd>
        </Link>
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="text-title">{screen('review.title')}</h1>
          {review === null ? null : (
            <>
              <p className="text-muted">
                {[
                  screen('alert', { id: String(review.alert.id) }),
                  screen('card', { id: String(review.alert.transaction.customer) }),
                  screen('terminal', { id: String(review.alert.transaction.terminal) }),
                ].join(' · ')}
              </p>
              <SimulatedBadge alerts={[review.alert]} wording={wording} />
            </>
          )}
        </div>
      </header>
      <Told told={desk.state.told} onUndo={desk.undo} wording={wording} />
      {review === null ? (
        <NoAlert desk={desk} queueHref={addresses.queueHref} wording={wording} />
      ) : (
        <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] print:flex print:flex-col">
          <div className="flex min-w-0 flex-col gap-8">
            <Facts alert={review.alert} wording={wording} />
            <Why review={review} wording={wording} />
          </div>
          <VerdictPanel desk={desk} review={review} me={me} noteField={noteField} wording={wording} />
          <Evidence review={review} alertHref={addresses.alertHref} onShow={desk.show} />
        </div>
      )}
    </div>
  );
}

/**
 * What speaks for and against it beyond the model's reasons. Drawn behind the rest, so that the next alert is there at
 * once; until then what is shown of the one before is out of sight and keeps the page still.
 */
function Evidence({ review, ...rest }: EvidenceProps) {
  const drawn = useDeferredValue(review);
  const behind = drawn.alert.id !== review.alert.id;
  return (
    <div className={classNames('min-w-0 lg:col-start-1', behind && 'invisible')} aria-busy={behind}>
      <DrawnEvidence review={drawn} {...rest} />
    </div>
  );
}

/** Not drawn again while its alert is the same. */
const DrawnEvidence = memo(function DrawnEvidence(props: EvidenceProps) {
  const wording = useWording();
  return (
    <div className="flex flex-col gap-10">
      <CardTimeline {...props} wording={wording} />
      <TerminalMap {...props} wording={wording} />
      <AtTerminal {...props} wording={wording} />
      <Together {...props} wording={wording} />
      <SimilarAlerts {...props} wording={wording} />
      <ReviewLog {...props} wording={wording} />
    </div>
  );
});

/** The alert is being read, could not be read, or there is none left. */
function NoAlert({ desk, queueHref, wording }: { desk: Desk; queueHref: string; wording: Wording }) {
  const { screen } = wording;
  const { shown } = desk.state;
  if (shown === null) {
    return (
      <Empty
        title={screen('review.finishedTitle')}
        action={
          <div className="flex flex-wrap gap-2">
            <Link href={queueHref} className={buttonClass('primary')}>
              {screen('review.toQueue')}
            </Link>
            <Button onClick={desk.next} aria-keyshortcuts="n">
              {screen('review.skip')} <Kbd>n</Kbd>
            </Button>
          </div>
        }
      >
        {screen('review.finished')}
      </Empty>
    );
  }
  if (desk.trouble === null) {
    return (
      <p aria-live="polite" className="min-h-96 text-muted">
        {screen('review.loading', { id: String(shown) })}
      </p>
    );
  }
  return (
    <Notice tone="error" action={<Button onClick={desk.reload}>{screen('review.retry')}</Button>}>
      {screen('review.unreadable', { message: desk.trouble.message ?? screen('review.unreachable') })}
    </Notice>
  );
}
