/** How long things took and will take. */

/** Whole seconds between two moments. */
export function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}

/** A duration in the words of `training`: seconds below a minute and a half, then minutes with seconds. */
export function durationWords(
  seconds: number,
  words: (key: 'seconds' | 'minutesSeconds', values: Record<string, number>) => string,
): string {
  const whole = Math.round(seconds);
  if (whole < 90) return words('seconds', { n: whole });
  return words('minutesSeconds', { m: Math.floor(whole / 60), s: whole % 60 });
}

/**
 * Seconds left at the pace so far; null while too little is done to tell (below 3 % or 5 s).
 * `fraction` of the whole run, 0 to 1.
 */
export function secondsLeft(elapsedSeconds: number, fraction: number): number | null {
  if (fraction < 0.03 || elapsedSeconds < 5 || fraction >= 1) return null;
  return (elapsedSeconds * (1 - fraction)) / fraction;
}
