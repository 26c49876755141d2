'use client';
/** Keeps the training page at the server's state without a reload. */
import { useEffect, useRef, useState } from 'react';
import { type CurvePoint, isActive, type RunDetail, type RunList, runDetail, runList } from './view.ts';

const activeMs = 1_000;
const restingMs = 10_000;

/** Calls `ask` again and again, each time after the last answer; pauses while the page is hidden. */
function usePolling(ask: () => Promise<void>, waitMs: number, enabled: boolean) {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (!enabled) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    async function turn() {
      if (!document.hidden) await latest.current();
      if (!stopped) timer = setTimeout(turn, waitMs);
    }
    timer = setTimeout(turn, waitMs);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [waitMs, enabled]);
}

/** A session that ended sends the page to the sign-in page, and back here afterwards. */
function leaveIfSignedOut(answer: Response | null) {
  if (answer?.status === 401) window.location.reload();
}

/**
 * The list of runs, as new as the page (`first`) or the last answer, whichever is newer; `offlineSince` is the server
 * time of the last answer while it does not answer.
 *
 * @param vertical whose runs; null: of all that the person follows
 */
export function useLiveList(first: RunList, vertical: string | null, enabled = true) {
  const [answered, setAnswered] = useState(first);
  const [offline, setOffline] = useState(false);
  const list = first.now > answered.now ? first : answered;

  async function ask() {
    const address = vertical === null ? '/api/v1/training' : `/api/v1/training?vertical=${vertical}`;
    const answer = await fetch(address).catch(() => null);
    leaveIfSignedOut(answer);
    const read = answer?.ok ? runList.safeParse(await answer.json()) : null;
    setOffline(!read?.success);
    if (read?.success) setAnswered(read.data);
  }

  usePolling(ask, list.runs.some(isActive) ? activeMs : restingMs, enabled);
  return { list, offlineSince: offline ? list.now : null };
}

export interface LiveRun extends RunDetail {
  /** Asks at once: after a run that rests was changed, nothing else would. */
  readonly refresh: () => Promise<void>;
  /** Epochs a second over the last answers; null while none ended. */
  readonly epochsPerSecond: number | null;
}

/** One run with its whole curve so far. Only new points travel; a run that begins anew begins with an empty curve. */
export function useLiveRun(first: RunDetail): LiveRun {
  const [detail, setDetail] = useState(first);
  const [pace, setPace] = useState<readonly { readonly at: number; readonly points: number }[]>([]);

  async function ask() {
    const since = detail.points.length;
    const answer = await fetch(`/api/v1/training/${detail.run.id}?since=${since}`).catch(() => null);
    leaveIfSignedOut(answer);
    const read = answer?.ok ? runDetail.safeParse(await answer.json()) : null;
    if (!read?.success) return;
    const anew = read.data.run.attempt !== detail.run.attempt;
    const points: CurvePoint[] = anew ? [] : [...detail.points, ...read.data.points];
    setDetail({ ...read.data, points });
    setPace((now) => [...now.slice(-9), { at: Date.parse(read.data.now), points: points.length }]);
  }

  usePolling(ask, activeMs, isActive(detail.run));
  return { ...detail, refresh: ask, epochsPerSecond: rateOf(pace) };
}

function rateOf(pace: readonly { at: number; points: number }[]): number | null {
  const [from] = pace;
  const to = pace.at(-1);
  if (!from || !to || to.at <= from.at || to.points <= from.points) return null;
  return ((to.points - from.points) * 1000) / (to.at - from.at);
}
