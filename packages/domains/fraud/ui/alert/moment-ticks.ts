/** Round moments for the axis of a timeline. */

const hour = 3_600;
const day = 24 * hour;
const steps = [
  hour / 4,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  7 * day,
  14 * day,
  28 * day,
  91 * day,
];
const most = 5;

/** From the first to the last payment, with some room; two hours around a single one. In seconds since 1970. */
export function spanAround(times: readonly number[]): readonly [number, number] {
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const room = Math.max(hour, (to - from) * 0.03);
  return [from - room, to + room];
}

/** At most five, at multiples of one step in UTC; `withTime`: the step is shorter than a day. */
export function momentTicks([from, to]: readonly [number, number]): {
  readonly ticks: readonly number[];
  readonly withTime: boolean;
} {
  const step = steps.find((one) => (to - from) / one <= most) ?? Math.ceil((to - from) / most / day) * day;
  const ticks: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return { ticks, withTime: step < day };
}
