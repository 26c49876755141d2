/** What the customer did at this terminal before. */
import { type FraudFeature, feature, type RowWriter } from './feature.ts';
import { type Month, windowEnds } from './month.ts';
import { spendingFeatures } from './spending.ts';
import { hourSeconds } from './windows.ts';

export const pairFeatures: readonly FraudFeature[] = [
  ...spendingFeatures('pair'),
  feature('number', 'pairHoursSinceLast', { unit: 'h' }),
  feature('number', 'ratioToPairMean', { window: '30Days' }),
];

/** @param amount of the present payment, in minor units */
export function writePair(into: RowWriter, amount: number, { pairs, pairSums, sincePair }: Month): void {
  let count = 1;
  let sum = amount;
  let span = 0;
  for (const end of windowEnds) {
    for (; span < end; span++) {
      count += pairs[span];
      sum += pairSums[span];
    }
    into.put(count);
    into.put(sum / 100);
    into.put(sum / count / 100);
  }
  into.put(sincePair / hourSeconds);
  into.put(count === 1 ? Number.NaN : (amount * (count - 1)) / Math.max(sum - amount, 1));
}
