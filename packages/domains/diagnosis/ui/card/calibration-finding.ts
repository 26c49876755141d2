/** What a calibration plot shows, as a finding: computed from its bins, never written by hand. */
import type { ModelCard } from '@praxis/core';

type Bin = Pick<ModelCard['calibration']['bins'][number], 'predicted' | 'observed' | 'lower' | 'upper'>;

export type CalibrationFinding =
  | { readonly kind: 'good' | 'mixed'; readonly wrong: number; readonly groups: number }
  /** Well calibrated on the named side of `threshold` (0 to 1); beyond it risks are predicted too high or too low. */
  | { readonly kind: 'below' | 'above'; readonly threshold: number; readonly direction: 'high' | 'low' };

/** A group agrees when its predicted risk lies in the 95 % interval of its observed share. */
function verdict({ predicted, lower, upper }: Bin): 'agrees' | 'high' | 'low' {
  if (predicted > upper) return 'high';
  return predicted < lower ? 'low' : 'agrees';
}

/**
 * Bins in order of predicted risk. Where all that disagree lie at one end and in one direction, the finding names the
 * risk that divides them from the rest, halfway between the neighbouring groups.
 */
export function calibrationFinding(bins: readonly Bin[]): CalibrationFinding {
  const verdicts = bins.map(verdict);
  const wrong = verdicts.filter((one) => one !== 'agrees');
  const [direction] = wrong;
  if (direction === undefined) return { kind: 'good', wrong: 0, groups: bins.length };
  const oneWay = wrong.every((one) => one === direction);
  const between = (index: number) => ((bins[index]?.predicted ?? 0) + (bins[index + 1]?.predicted ?? 0)) / 2;
  const firstWrong = verdicts.findIndex((one) => one !== 'agrees');
  const lastWrong = verdicts.findLastIndex((one) => one !== 'agrees');
  const together = lastWrong - firstWrong + 1 === wrong.length && wrong.length < bins.length;
  if (oneWay && together && lastWrong === bins.length - 1) {
    return { kind: 'below', threshold: between(firstWrong - 1), direction };
  }
  if (oneWay && together && firstWrong === 0)
    return { kind: 'above', threshold: between(lastWrong), direction };
  return { kind: 'mixed', wrong: wrong.length, groups: bins.length };
}
