/** A payment that a fraud scheme plans ahead, beside those that customers make of themselves. */
import type { Scenario } from '../records.ts';

export interface PlannedPayment {
  /** Whole seconds since the first day's midnight; never before the day on which the scheme begins. */
  readonly seconds: number;
  readonly customer: number;
  readonly terminal: number;
  readonly amountMinor: number;
  readonly scenario: Scenario;
}
