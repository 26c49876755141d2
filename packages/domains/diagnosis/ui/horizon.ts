/** How far ahead the risks look, in whole years for the words. */
import { horizonDays } from '../pipeline/cohort.ts';

const daysPerYear = 365.25;

export function yearsAhead(days: number): number {
  return Math.round(days / daysPerYear);
}

export const horizonYears = yearsAhead(horizonDays);
