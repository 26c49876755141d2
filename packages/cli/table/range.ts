/** Numbers that a table can hold and a model cannot. */
import type { FeatureMatrix } from '@praxis/core';
import { FaultError } from '../fault.ts';

/** @throws FaultError naming row and column of a number that single precision does not hold */
export function checkRange({ features, values }: FeatureMatrix): void {
  const place = values.findIndex((value) => value === Number.POSITIVE_INFINITY || value === -Infinity);
  if (place < 0) return;
  const [row, column] = [Math.floor(place / features.length), place % features.length];
  throw new FaultError({
    code: 'valueInvalid',
    message: `Row ${row + 1}, column "${features[column].name}": the number is too large to compute with.`,
    mend: 'Correct the cell, or leave it empty where the value is not known.',
  });
}
