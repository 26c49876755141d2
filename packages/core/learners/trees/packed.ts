/**
 * Gradient and hessian as whole numbers packed into one float64: one addition sums both, and sums of whole numbers are
 * the same in any order. (Quantised training of boosted trees: Shi et al., NeurIPS 2022; here with 25 bits.)
 */

/** What one unit of the packed hessian is worth in units of the packed gradient; |gradient| stays below half of it. */
export const hessianPlace = 2 ** 27;

/** Sums of |gradient| and of hessians are scaled to this. Rounding adds at most 1 a row, so 2^25 rows never overflow 2^26. */
export const unitsInAll = 2 ** 25;

export function packedHessian(packed: number): number {
  return Math.floor(packed / hessianPlace + 0.5);
}

export function packedGradient(packed: number): number {
  return packed - packedHessian(packed) * hessianPlace;
}
