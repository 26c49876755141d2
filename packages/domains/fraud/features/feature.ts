/** What a feature of a payment is called, and how its columns come about from measures and windows. */
import type { NumericFeature } from '@praxis/core';
import type { WindowName } from './windows.ts';

/** `measure` is the key of its words; the words of a window stand once for all measures. */
export interface FraudFeature extends NumericFeature {
  readonly measure: string;
  readonly window: WindowName | null;
}

/** The name of a feature is that of its measure and of its window: `customerCount7Days`. */
export function feature(
  kind: NumericFeature['kind'],
  measure: string,
  { unit = null, window = null }: { readonly unit?: string | null; readonly window?: WindowName | null } = {},
): FraudFeature {
  return { name: `${measure}${window ?? ''}`, kind, unit, measure, window };
}

/** One row's values as they are written one after the other. */
export class RowWriter {
  #row: Float64Array = new Float64Array(0);
  #next = 0;

  begin(row: Float64Array): void {
    this.#row = row;
    this.#next = 0;
  }

  put(value: number): void {
    this.#row[this.#next++] = value;
  }
}
