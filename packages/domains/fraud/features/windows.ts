/** The spans of time that features look back over, in seconds. A window at time t holds what happened in (t − span, t]. */

export const hourSeconds = 3600;
export const daySeconds = 24 * hourSeconds;
export const weekSeconds = 7 * daySeconds;
export const fortnightSeconds = 14 * daySeconds;
export const monthSeconds = 30 * daySeconds;

export const windows = [
  { name: '1Hour', seconds: hourSeconds },
  { name: '1Day', seconds: daySeconds },
  { name: '7Days', seconds: weekSeconds },
  { name: '30Days', seconds: monthSeconds },
] as const;
export type WindowName = (typeof windows)[number]['name'] | '14Days';

/** Windows of what labels tell; they end `labelDelaySeconds` before the present payment. */
export const delayedWindows = [windows[1], windows[2], windows[3]] as const;

/** A payment's truth counts as known this long after it, never sooner, even where it was told sooner. */
export const labelDelaySeconds = 7 * daySeconds;

/** A payment that arrives this much later than the latest one is still placed where it belongs. */
export const latenessSeconds = 7 * daySeconds;

/** What a state remembers before the latest payment. */
export const retentionSeconds = labelDelaySeconds + monthSeconds + latenessSeconds;

/**
 * Who replays payments from this long before the latest one on has the state that all payments would have made: the oldest that
 * it remembers were compared with what was usual in the month before them.
 */
export const replaySeconds = retentionSeconds + monthSeconds;
