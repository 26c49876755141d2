/** Cross-validation: each learner scores the rows that it has not seen. */
import type { Split } from '../table/splits.ts';
import type { FittedPart } from './artifact-files.ts';
import { type PartSettings, partKey } from './candidates.ts';
import type { FitOutcome } from './fit-job.ts';
import type { OutOfFold } from './select.ts';

/** What a fit gives; an imported model's is there from the start. */
export interface PartOutcome extends Omit<FitOutcome, 'fitted' | 'settings'> {
  readonly fitted: FittedPart;
  readonly settings: PartSettings;
}

/** Does one fit of a run; rows are indices into its table. */
export type Fit = (settings: PartSettings, split: Split, place: FitPlace) => Promise<PartOutcome>;

/** Where in the run a fit stands: fold from 1, null for the final fit. */
export interface FitPlace {
  readonly repeat: number;
  readonly fold: number | null;
  readonly innerFold: number | null;
}

export interface CrossValidated {
  readonly outOfFold: OutOfFold;
  /** By the key of the part, then by split. */
  readonly fitted: ReadonlyMap<string, readonly FittedPart[]>;
  /** By the key of the part: how long its fits took together. */
  readonly seconds: ReadonlyMap<string, number>;
  /** Rows that a split held out, in rising order. */
  readonly rows: Int32Array;
}

/**
 * @param total rows of the whole table
 * @param placeOf where the fit of the split at an index stands
 */
export async function crossValidate(
  learners: readonly PartSettings[],
  splits: readonly Split[],
  total: number,
  fit: Fit,
  placeOf: (split: number) => FitPlace,
): Promise<CrossValidated> {
  const results = await Promise.all(
    learners.map(async (settings) => {
      const fits = await Promise.all(splits.map((split, index) => fit(settings, split, placeOf(index))));
      const logOdds = new Float64Array(total).fill(Number.NaN);
      splits.forEach(({ test }, index) => {
        test.forEach((row, place) => {
          logOdds[row] = fits[index].logOdds[place];
        });
      });
      return { key: partKey(settings), logOdds, fits };
    }),
  );
  const held = new Uint8Array(total);
  for (const { test } of splits) for (const row of test) held[row] = 1;
  return {
    outOfFold: new Map(results.map(({ key, logOdds }) => [key, logOdds])),
    fitted: new Map(results.map(({ key, fits }) => [key, fits.map(({ fitted }) => fitted)])),
    seconds: new Map(
      results.map(({ key, fits }) => [key, fits.reduce((sum, { seconds }) => sum + seconds, 0)]),
    ),
    rows: Int32Array.from(held.keys()).filter((row) => held[row] === 1),
  };
}
