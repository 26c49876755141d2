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

/** @param place 1, 10, 100, … */
export function digitOf(number: number, place: number): number {
  return Math.floor(number / place) % 10;
}

/** 305 is 300 and 5. */
export function placesOf(number: number): number[] {
  const text = String(number);
  return [...text]
    .map((digit, at) => Number(digit) * 10 ** (text.length - 1 - at))
    .filter((part) => part > 0);
}

/** The decimal with these digits, the last `places` of them after the point; exact, as a decimal is read. */
export function decimal(digits: number, places: number): number {
  return Number(`${digits}e${-places}`);
}
