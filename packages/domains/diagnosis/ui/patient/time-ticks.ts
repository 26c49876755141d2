/** Round moments on an axis of days. */

const daysPerYear = 365.25;
const steps = [0.25, 0.5, 1, 2, 5, 10, 20].map((years) => years * daysPerYear);

/** Whole steps of a year from day 0 outwards, at most `most` of them, within `days`. */
export function timeTicks([from, to]: readonly [number, number], most = 6): number[] {
  const step = steps.find((days) => (to - from) / days <= most) ?? 50 * daysPerYear;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step); tick * step <= to; tick += 1) ticks.push(tick * step);
  return ticks;
}

/** The axis' years of a tick, to a quarter. */
export function yearsOf(day: number): number {
  return Math.round((day / daysPerYear) * 4) / 4;
}
