/** What a leaf is worth: the second-order formulas of boosting (Chen and Guestrin 2016, equations 4 to 7, without the ½). */

/** The value that lowers the loss most, within its bounds. */
export function leafValue(
  gradient: number,
  hessian: number,
  lambda: number,
  lower: number,
  upper: number,
): number {
  return Math.min(Math.max(-gradient / (hessian + lambda), lower), upper);
}

/** By how much a leaf of this value lowers twice the loss; G² / (H + λ) at the best value. */
export function leafScore(gradient: number, hessian: number, lambda: number, value: number): number {
  return -value * (2 * gradient + (hessian + lambda) * value);
}
