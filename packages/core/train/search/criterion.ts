/** How well settings do on rows held out, and when they are better than others. */
import { logLosses } from '../../evaluate/proper-scores.ts';
import { plattScaling, probabilityOf } from '../../evaluate/recalibration.ts';

/**
 * Log loss of each held-out row after Platt scaling, in nats. The scaling is fitted on these rows themselves, those of all
 * folds together: a run calibrates whatever settings it ends with, so that settings are not to win by their scale, and two
 * numbers fitted on all rows flatter every trial alike.
 *
 * @param labels of the rows held out; @param logOdds by models that have not seen them; shapes [rows]
 */
export function calibratedLosses(labels: Uint8Array, logOdds: Float64Array): Float64Array {
  const { slope, intercept } = plattScaling(labels, logOdds);
  return logLosses(
    labels,
    logOdds.map((value) => probabilityOf(intercept + slope * value)),
  );
}

export function mean(losses: Float64Array): number {
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/**
 * Whether the mean of `losses` is lower than that of `known` by more than one standard error of their paired differences.
 *
 * @param groups rows of one group do not count as independent of each other; null: all do; shapes [rows]
 */
export function clearlyBetter(losses: Float64Array, known: Float64Array, groups: Int32Array | null): boolean {
  const gains = known.map((loss, row) => loss - losses[row]);
  const gain = mean(gains);
  const deviations = new Map<number, number>();
  gains.forEach((own, row) => {
    const group = groups === null ? row : groups[row];
    deviations.set(group, (deviations.get(group) ?? 0) + own - gain);
  });
  const squares = [...deviations.values()].reduce((sum, deviation) => sum + deviation ** 2, 0);
  const independent = deviations.size;
  const standardError = Math.sqrt((squares * independent) / Math.max(1, independent - 1)) / gains.length;
  return gain > standardError;
}
