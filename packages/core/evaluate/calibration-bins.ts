/** The calibration plot: predicted against observed in groups of rows. */
import type { ModelCard } from '../registry/card.ts';
import { z95 } from './normal.ts';

export type CalibrationBin = ModelCard['calibration']['bins'][number];

/** Row indices in `count` groups of (almost) equal size, from the lowest probability to the highest. */
export function equalCountGroups(probabilities: Float64Array, count: number): Int32Array[] {
  const order = Int32Array.from(probabilities, (_, row) => row).sort(
    (a, b) => probabilities[a] - probabilities[b],
  );
  const edge = (group: number) => Math.round((group * order.length) / count);
  return Array.from({ length: count }, (_, group) => order.subarray(edge(group), edge(group + 1))).filter(
    (group) => group.length > 0,
  );
}

/** Mean prediction and observed share of each group, with the 95 % Wilson interval of the share. */
export function calibrationBins(
  labels: Uint8Array,
  probabilities: Float64Array,
  groups: readonly Int32Array[],
): CalibrationBin[] {
  return groups.map((group) => {
    const events = group.reduce((sum, row) => sum + labels[row], 0);
    const predicted = group.reduce((sum, row) => sum + probabilities[row], 0) / group.length;
    return {
      predicted,
      observed: events / group.length,
      ...wilson(events, group.length),
      rows: group.length,
    };
  });
}

/** Mean distance between predicted and observed, each bin weighted by its rows (Naeini 2015). */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number {
  const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
  return bins.reduce((sum, bin) => sum + Math.abs(bin.predicted - bin.observed) * bin.rows, 0) / rows;
}

/** 95 % score interval of a proportion (Wilson 1927). */
export function wilson(events: number, rows: number): { readonly lower: number; readonly upper: number } {
  const share = events / rows;
  const squared = z95 ** 2;
  const centre = (share + squared / (2 * rows)) / (1 + squared / rows);
  const half =
    (z95 / (1 + squared / rows)) * Math.sqrt((share * (1 - share)) / rows + squared / (4 * rows ** 2));
  return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}
