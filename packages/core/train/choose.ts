/** Which candidate serves. */
import { compareAuroc } from '../evaluate/auroc.ts';
import type { ModelCard } from '../registry/card.ts';

const significance = 0.05;

/**
 * The richer learner has to earn its place: it is taken only where its out-of-fold AUROC is higher with p < 0.05 in
 * DeLong's paired test; else the simpler one, which explains itself exactly.
 *
 * `probabilities` are out-of-fold, shape [rows].
 */
export function choose<Judged extends { readonly probabilities: Float64Array }>(
  labels: Uint8Array,
  simpler: Judged,
  richer: Judged,
): { readonly chosen: Judged; readonly why: ModelCard['why'] } {
  const { difference, p } = compareAuroc(labels, richer.probabilities, simpler.probabilities);
  return difference > 0 && p < significance
    ? { chosen: richer, why: 'betterAuroc' }
    : { chosen: simpler, why: 'notDistinguishableSimpler' };
}
