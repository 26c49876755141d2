/** Whole numbers as templates need them. */

/** Above zero; of 0 and 0 it is 1, so that it divides. */
export function gcd(a: number, b: number): number {
  let [high, low] = [Math.abs(a), Math.abs(b)];
  while (low !== 0) [high, low] = [low, high % low];
  return high === 0 ? 1 : high;
}

export function lcm(a: number, b: number): number {
  return Math.abs(a * b) / gcd(a, b);
}
