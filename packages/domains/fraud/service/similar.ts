/** Past alerts that were raised for the same reasons as one: how they ended is a hint to how this one may. */
import type { Reason } from './reasons.ts';

interface Raised {
  readonly id: number;
  readonly reasons: readonly Reason[];
}

export interface Similar {
  readonly id: number;
  /** Cosine of the reasons' log-odds, 0 to 1. */
  readonly similarity: number;
}

/** The most similar of `past`, the most similar first; alerts that share no reason are left out, and the alert itself. */
export function similarAlerts(alert: Raised, past: readonly Raised[], most: number): readonly Similar[] {
  return past
    .filter(({ id }) => id !== alert.id)
    .map(({ id, reasons }) => ({ id, similarity: cosine(alert.reasons, reasons) }))
    .filter(({ similarity }) => similarity > 0)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, most);
}

function cosine(a: readonly Reason[], b: readonly Reason[]): number {
  const ofB = new Map(b.map(({ feature, logOdds }) => [feature, logOdds]));
  const product = a.reduce((sum, { feature, logOdds }) => sum + logOdds * (ofB.get(feature) ?? 0), 0);
  const lengths = length(a) * length(b);
  return lengths === 0 ? 0 : product / lengths;
}

const length = (reasons: readonly Reason[]): number =>
  Math.sqrt(reasons.reduce((sum, { logOdds }) => sum + logOdds * logOdds, 0));
