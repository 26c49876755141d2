/** Cholesterol in the unit that the reader prefers; everything stored and sent stays in mg/dL. */

export type LipidUnit = 'mgDl' | 'mmolL';

/** mg/dL in one mmol/L of cholesterol: its molar mass, 386.65 g/mol, over ten. */
const mgDlPerMmolL = 38.67;

/** A value in mg/dL as the preferred unit shows it; other quantities pass through untouched. */
export function toShownUnit(value: number, unit: string | null, preferred: LipidUnit): number {
  return unit === 'mg/dL' && preferred === 'mmolL' ? value / mgDlPerMmolL : value;
}

/** The way back: what was typed in the preferred unit, in mg/dL. */
export function fromShownUnit(value: number, unit: string | null, preferred: LipidUnit): number {
  return unit === 'mg/dL' && preferred === 'mmolL' ? value * mgDlPerMmolL : value;
}

/** The unit that is written beside the value. */
export function shownUnit(unit: string | null, preferred: LipidUnit): string | null {
  return unit === 'mg/dL' && preferred === 'mmolL' ? 'mmol/L' : unit;
}
