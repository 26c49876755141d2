/** Risk bands: a word beside each number, so that colour never carries the meaning alone. */

export const riskBands = ['low', 'moderate', 'high', 'veryHigh'] as const;
export type RiskBand = (typeof riskBands)[number];

/** Upper bounds of five-year risk for low, moderate and high (5 %, 10 %, 20 %). */
export const bandBounds = [0.05, 0.1, 0.2] as const;

/** The band of a calibrated five-year risk, 0 to 1. */
export function riskBand(probability: number): RiskBand {
  if (probability < bandBounds[0]) return 'low';
  if (probability < bandBounds[1]) return 'moderate';
  return probability < bandBounds[2] ? 'high' : 'veryHigh';
}
