/** A span of time in the unit that people would use. */

export interface Span {
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly count: number;
}

/** Minutes to an hour and a half, hours to two days, then days. */
export function spanOf(minutes: number): Span {
  if (minutes < 90) return { unit: 'minutes', count: Math.round(minutes) };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.round(minutes / 60) };
  return { unit: 'days', count: Math.round(minutes / (24 * 60)) };
}
