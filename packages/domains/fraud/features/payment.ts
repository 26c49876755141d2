/** What the payment itself says: its amount and when it was made. Hours and days are those of UTC. */
import { type FraudFeature, feature, type RowWriter } from './feature.ts';
import { daySeconds, hourSeconds } from './windows.ts';

export const paymentFeatures: readonly FraudFeature[] = [
  feature('number', 'amount', { unit: 'currency' }),
  feature('flag', 'weekend'),
  feature('flag', 'night'),
  feature('number', 'hour', { unit: 'h' }),
];

/** The handbook's night: hours 0 to 6. */
const lastNightHour = 6;

export function writePayment(into: RowWriter, timeSeconds: number, amountMinor: number): void {
  const hour = Math.floor((timeSeconds % daySeconds) / hourSeconds);
  // The first day of 1970 was a Thursday; Monday is 0.
  const weekday = (Math.floor(timeSeconds / daySeconds) + 3) % 7;
  into.put(amountMinor / 100);
  into.put(weekday >= 5 ? 1 : 0);
  into.put(hour <= lastNightHour ? 1 : 0);
  into.put(hour);
}
