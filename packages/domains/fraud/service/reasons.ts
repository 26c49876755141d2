/** Why a payment scored as it did, as codes with values: words are the screen's affair. */

export interface Reason {
  /** Name of the feature. */
  readonly feature: string;
  /** The payment's value, null where it has none. */
  readonly value: number | null;
  /** What it adds to the log-odds of fraud. */
  readonly logOdds: number;
}

const most = 5;

/** What raises the score most, the strongest first. */
export function reasonsOf(
  contributions: Readonly<Record<string, number>>,
  found: (feature: string) => number | undefined,
): readonly Reason[] {
  return Object.entries(contributions)
    .filter(([, logOdds]) => logOdds > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([feature, logOdds]) => {
      const value = found(feature);
      return { feature, value: value === undefined || Number.isNaN(value) ? null : value, logOdds };
    });
}
