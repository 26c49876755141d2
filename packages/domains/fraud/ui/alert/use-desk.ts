'use client';
/**
 * The desk of one analyst. What they do shows at once and is sent in order; what the server refuses brings its alert back
 * with nothing lost. The address follows the alert without loading a page.
 */
import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { AlertReview, QueueView } from '../../service/triage-contract.ts';
import type { Reviewer } from '../../service/triage-store.ts';
import type { Verdict } from '../../service/verdict.ts';
import { type Act, deskServer } from '../desk-server.ts';

import { isFree } from '../queue/queue-view.ts';
import { useLiveQueue } from '../queue/use-live-queue.ts';
import { closedBy } from './closed-by.ts';
import { deskReducer, startingAt } from './desk-state.ts';
import { alertsAhead } from './next-alert.ts';
import { useKeptClaim } from './use-kept-claim.ts';
import { useReviews } from './use-reviews.ts';

/** Alerts that are read before somebody asks for them: enough for quick hands. */
const readAheadCount = 3;

/** How long the server lets somebody hold an alert. */
const claimMs = 10 * 60_000;

export interface DeskAddresses {
  readonly queueHref: string;
  readonly alertHref: string;
  readonly api: string;
}

export type Desk = ReturnType<typeof useDesk>;

export function useDesk(
  first: AlertReview,
  firstQueue: QueueView,
  me: Reviewer,
  { alertHref, api }: DeskAddresses,
) {
  const server = useMemo(() => deskServer(api), [api]);
  const { queue, refresh } = useLiveQueue(server, firstQueue);
  // Coming back from another page, the browser may be at an alert that this page was not loaded with.
  const pathname = usePathname();
  const [state, dispatch] = useReducer(deskReducer, numberIn(pathname) ?? first.alert.id, startingAt);
  const { known, trouble, load, amend, readAhead } = useReviews(server, first);
  const { shown } = state;
  const review = shown === null ? null : (known.get(shown) ?? null);
  const { cases } = queue;
  const ahead = useMemo(() => alertsAhead(cases, me.id, state), [cases, me.id, state]);

  // One after the other: a verdict arrives before the claim of the next alert lets go of its own.
  const order = useRef<Promise<unknown>>(Promise.resolve());
  const inOrder = useCallback((work: () => Promise<void>) => {
    order.current = order.current.then(work, work);
  }, []);

  const send = useCallback(
    (id: number, act: Act, onDone: () => void, onFailed: (message: string | null) => void) =>
      inOrder(async () => {
        const answer = await server.act(id, act);
        // The alert as it is now stands there before anything is told of it: by what was done, or as it is read anew.
        if (answer.ok && (act.kind === 'claim' || act.kind === 'undo')) {
          amend(id, {
            verdict: null,
            closedAt: null,
            claim: { by: me, until: new Date(Date.now() + claimMs) },
          });
          void load(id);
        } else if (!answer.ok || act.kind === 'note') await load(id);
        if (answer.ok) onDone();
        else onFailed(answer.message);
      }),
    [inOrder, server, load, amend, me],
  );

  const claim = useCallback(
    (id: number) =>
      send(
        id,
        { kind: 'claim' },
        () => {},
        (message) => dispatch({ type: 'failed', message }),
      ),
    [send],
  );

  const show = useCallback((id: number) => dispatch({ type: 'show', id }), []);
  useAddress(shown, alertHref, show);

  const isKnown = review !== null;
  useEffect(() => {
    if (shown !== null && !isKnown) void load(shown);
  }, [shown, isKnown, load]);

  // Whoever opens a free alert takes it: what two people look at, one of them looks at in vain.
  const taken = useRef<number | null>(null);
  useEffect(() => {
    if (taken.current !== shown) taken.current = null;
    if (review === null || taken.current === review.alert.id || !isFree(review.alert, me.id)) return;
    taken.current = review.alert.id;
    claim(review.alert.id);
  }, [shown, review, me.id, claim]);

  const { claim: present, verdict } = review?.alert ?? { claim: null, verdict: null };
  useKeptClaim(present?.by.id === me.id && verdict === null ? present.until : null, () => {
    if (shown !== null) claim(shown);
  });

  useEffect(() => {
    void readAhead(ahead.slice(0, readAheadCount));
  }, [ahead, readAhead]);

  return {
    state,
    review,
    /** Why the alert cannot be shown, where it is not known. */
    trouble: trouble !== null && trouble.id === shown && review === null ? trouble : null,
    reload: () => {
      if (shown !== null) void load(shown);
    },
    show,
    choose: (verdict: Verdict | null) => {
      if (review !== null && isFree(review.alert, me.id)) dispatch({ type: 'choose', verdict });
    },
    write: (text: string) => {
      if (shown !== null) dispatch({ type: 'draft', id: shown, text });
    },
    give: (verdict: Verdict, reason: string) => {
      if (shown === null) return;
      const note = state.drafts[shown]?.trim() || null;
      const given = { alertId: shown, verdict, reason, note };
      dispatch({ type: 'give', given, next: ahead[0] ?? null });
      send(
        shown,
        { kind: 'verdict', given: { verdict, reason, note } },
        () => void refresh(),
        (message) => dispatch({ type: 'refuse', given, message }),
      );
    },
    next: () => dispatch({ type: 'skip', next: ahead[0] ?? null }),
    claim: () => {
      if (shown !== null) claim(shown);
    },
    keepNote: () => {
      const note = shown === null ? '' : (state.drafts[shown]?.trim() ?? '');
      if (shown === null || note === '') return;
      send(
        shown,
        { kind: 'note', note },
        () => dispatch({ type: 'noteKept', id: shown }),
        (message) => dispatch({ type: 'failed', message }),
      );
    },
    undo: () => {
      const given = state.given.at(-1) ?? null;
      const alertId = given?.alertId ?? (review && closedBy(review)?.id === me.id ? review.alert.id : null);
      if (alertId === null) return;
      dispatch({ type: 'undo', alertId });
      send(
        alertId,
        { kind: 'undo' },
        () => {
          // The server has given it back to whoever took the verdict back.
          taken.current = alertId;
          dispatch({ type: 'undone', alertId });
        },
        (message) => dispatch({ type: 'undoFailed', given, message }),
      );
    },
  };
}

/** The number at the end of an address. */
function numberIn(pathname: string): number | null {
  const found = /\/(\d+)$/.exec(pathname)?.[1];
  return found === undefined ? null : Number(found);
}

/** Keeps the address at the alert shown, and the alert shown at the address where somebody goes back or forth. */
function useAddress(shown: number | null, alertHref: string, onMove: (id: number) => void) {
  useEffect(() => {
    if (shown === null || numberIn(window.location.pathname) === shown) return;
    window.history.pushState(null, '', `${alertHref}/${shown}`);
    window.scrollTo(0, 0);
  }, [shown, alertHref]);
  useEffect(() => {
    const onPop = () => {
      const id = numberIn(window.location.pathname);
      if (id !== null && window.location.pathname.startsWith(alertHref)) onMove(id);
    };
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, [alertHref, onMove]);
}
