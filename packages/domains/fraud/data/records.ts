/** The typed records of card payments: what a decision sees, and what becomes known of it later. */

/** Scenarios 1 to 3 are the handbook's, in its numbering; the others are this simulator's. */
export const scenarios = [
  'amount',
  'terminal',
  'leakedCard',
  'accountTakeover',
  'muleRing',
  'merchantCollusion',
] as const;
export type Scenario = (typeof scenarios)[number];

export const minorUnitsPerUnit = 100;

/** A million of the currency's unit: no card pays more at once, and what says so is a mistake. */
export const largestAmountMinor = 1_000_000 * minorUnitsPerUnit;

/** Times are whole seconds since 1970 that fit in 32 bits: the last moment of 2105. */
export const latestSeconds = Date.UTC(2106, 0, 1) / 1000 - 1;

/** One card payment. A customer holds one card, as in the handbook. */
export interface Transaction {
  readonly id: number;
  /** Whole seconds since 1970-01-01T00:00:00Z, up to `latestSeconds`. */
  readonly timeSeconds: number;
  readonly customer: number;
  readonly terminal: number;
  /** Hundredths of the currency's unit, so that sums are exact. */
  readonly amountMinor: number;
}

/** A payment whose truth is known. `scenario` is null for a genuine one, and where a file does not tell. */
export interface LabelledTransaction extends Transaction {
  readonly fraud: boolean;
  readonly scenario: Scenario | null;
}
