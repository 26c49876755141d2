/** The simulated payments that a demo installation shows: the days up to yesterday are history, yesterday is played live. */
import { type SimulatedWorld, simulatedWorld } from '@praxis/fraud';

export const daySeconds = 86_400;

/** Enough to train on, with the weeks before that features look back over, and the week whose frauds are still unknown. */
const historyDays = 90;
const size = { seed: 20, customers: 2_000, terminals: 4_000 };

export const currency = 'EUR';

export const midnightBefore = (seconds: number): number => Math.floor(seconds / daySeconds) * daySeconds;

/** Midnight of the day that is played live. */
export const liveDay = (nowSeconds: number): number => midnightBefore(nowSeconds) - daySeconds;

/**
 * The world whose last day is the live one.
 *
 * @param firstSeconds a moment of its first day, where one has begun; null begins one
 */
export function demoWorld(firstSeconds: number | null, nowSeconds: number): SimulatedWorld {
  const live = liveDay(nowSeconds);
  const start = firstSeconds === null ? live - historyDays * daySeconds : midnightBefore(firstSeconds);
  return simulatedWorld({
    ...size,
    start: new Date(start * 1000).toISOString().slice(0, 10),
    days: (live - start) / daySeconds + 1,
  });
}
