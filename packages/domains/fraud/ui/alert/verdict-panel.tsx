'use client';
/** Fraud or not: who holds the alert, the verdict with its reason, the note, and what comes next. Always in one place. */
import { Button, Kbd } from '@praxis/ui';
import type { KeyboardEvent, RefObject } from 'react';
import { useId } from 'react';
import type { AlertReview } from '../../service/triage-contract.ts';
import type { Reviewer } from '../../service/triage-store.ts';
import { type Verdict, verdicts } from '../../service/verdict.ts';
import { isFree } from '../queue/queue-view.ts';
import type { Wording } from '../wording.ts';
import { closedBy } from './closed-by.ts';
import { reasonKeys } from './desk-keys.ts';
import type { Desk } from './use-desk.ts';

interface VerdictPanelProps {
  readonly desk: Desk;
  readonly review: AlertReview;
  readonly me: Reviewer;
  readonly noteField: RefObject<HTMLTextAreaElement | null>;
  readonly wording: Wording;
}

const verdictKeys: Readonly<Record<Verdict, string>> = { fraud: 'f', genuine: 'g' };

export function VerdictPanel(props: VerdictPanelProps) {
  const { desk, review, me, wording } = props;
  const { screen } = wording;
  const { alert } = review;
  const { choosing, given } = desk.state;
  const mine = isFree(alert, me.id);
  return (
    <aside
      aria-label={screen('review.decide')}
      data-print="hide"
      className="flex flex-col gap-4 border-y border-line py-4 lg:sticky lg:top-6 lg:row-span-2 lg:self-start lg:border-y-0 lg:border-l lg:py-0 lg:pl-8"
    >
      <p className={alert.claim !== null && !mine ? 'font-strong' : 'text-muted'}>
        {holding(review, me, wording)}
      </p>
      {choosing === null ? (
        <div className="grid grid-cols-2 gap-2">
          {verdicts.map((verdict) => (
            <Button
              key={verdict}
              kind="primary"
              disabled={!mine}
              onClick={() => desk.choose(verdict)}
              aria-keyshortcuts={verdictKeys[verdict]}
            >
              {screen(`verdicts.${verdict}`)} <Kbd>{verdictKeys[verdict]}</Kbd>
            </Button>
          ))}
        </div>
      ) : (
        <ReasonChoice desk={desk} verdict={choosing} wording={wording} />
      )}
      <Note {...props} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={desk.next} aria-keyshortcuts="n">
          {screen('review.skip')} <Kbd>n</Kbd>
        </Button>
        {alert.verdict === null && alert.claim?.by.id !== me.id ? (
          <Button onClick={desk.claim} aria-keyshortcuts="c">
            {screen('review.claim')} <Kbd>c</Kbd>
          </Button>
        ) : null}
        {given.length > 0 || closedBy(review)?.id === me.id ? (
          <Button kind="quiet" onClick={desk.undo} aria-keyshortcuts="u">
            {screen('review.undo')} <Kbd>u</Kbd>
          </Button>
        ) : null}
      </div>
    </aside>
  );
}

function ReasonChoice({ desk, verdict, wording }: { desk: Desk; verdict: Verdict; wording: Wording }) {
  const { screen } = wording;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-strong">{screen(`review.chooseReason.${verdict}`)}</legend>
      {reasonKeys(verdict).map(({ key, reason }) => (
        <button
          key={reason}
          type="button"
          onClick={() => desk.give(verdict, reason)}
          aria-keyshortcuts={key}
          className="flex items-center gap-3 rounded-control px-2 py-1.5 text-left hover:bg-hover"
        >
          <Kbd>{key}</Kbd>
          {screen(`verdictReasons.${reason}`)}
        </button>
      ))}
      <button
        type="button"
        onClick={() => desk.choose(null)}
        className="flex items-center gap-3 rounded-control px-2 py-1.5 text-left text-muted hover:bg-hover"
      >
        <Kbd>Esc</Kbd>
        {screen('review.cancel')}
      </button>
    </fieldset>
  );
}

function Note({ desk, review, noteField, wording }: VerdictPanelProps) {
  const { screen } = wording;
  const id = useId();
  const text = desk.state.drafts[review.alert.id] ?? '';
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') event.currentTarget.blur();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      desk.keepNote();
      event.currentTarget.blur();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex items-center gap-2 text-small text-muted">
        {screen('review.note')} <Kbd>m</Kbd>
      </label>
      <textarea
        id={id}
        ref={noteField}
        rows={3}
        maxLength={4_000}
        value={text}
        onChange={(event) => desk.write(event.target.value)}
        onKeyDown={onKeyDown}
        aria-describedby={`${id}-hint`}
        className="w-full resize-y rounded-control border border-line-strong bg-surface px-2.5 py-1.5 text-body text-ink"
      />
      <p id={`${id}-hint`} className="text-small text-muted">
        {screen('review.noteHint')}
      </p>
      {text.trim() === '' ? null : (
        <Button className="self-start" onClick={desk.keepNote}>
          {screen('review.noteSave')}
        </Button>
      )}
    </div>
  );
}

/** Who holds the alert, or how it ended. */
function holding(review: AlertReview, me: Reviewer, { screen, time, moment }: Wording): string {
  const { verdict, closedAt, claim } = review.alert;
  if (verdict !== null && closedAt !== null) {
    const name = closedBy(review)?.name ?? '';
    return screen('review.states.closed', { verdict, name, time: moment(closedAt) });
  }
  if (claim === null) return screen('review.states.free');
  if (claim.by.id === me.id) return screen('review.states.mine', { time: time(claim.until) });
  return screen('review.states.other', { name: claim.by.name, time: time(claim.until) });
}
