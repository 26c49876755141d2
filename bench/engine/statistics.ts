/** Middle and tail of measured numbers. */

/** The number below which a share of them lies (nearest rank). */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  const found = sorted[rank];
  if (found === undefined) throw new Error('there are no numbers to take a percentile of');
  return found;
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}
