'use client';
/** Whoever is at work keeps what they hold: a claim that runs out soon is renewed after a sign of its holder. */
import { useEffect, useRef } from 'react';

const lookMs = 20_000;
/** Half of what a claim holds. */
const soonMs = 5 * 60_000;
const signs = ['keydown', 'pointermove', 'wheel', 'touchstart'] as const;

/** @param until when the reader's own claim runs out, null where they hold nothing */
export function useKeptClaim(until: Date | null, renew: () => void): void {
  const latest = useRef({ until, renew });
  latest.current = { until, renew };
  useEffect(() => {
    let seen = false;
    const onSign = () => {
      seen = true;
    };
    const timer = setInterval(() => {
      const { until: end, renew: again } = latest.current;
      if (seen && end !== null && end.getTime() - Date.now() < soonMs) again();
      seen = false;
    }, lookMs);
    for (const sign of signs) window.addEventListener(sign, onSign, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, onSign);
    };
  }, []);
}
