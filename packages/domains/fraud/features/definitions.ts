/** Every feature of a payment, in the order of a row. One list for live decisions, replay, models and words. */
import type { FraudFeature } from './feature.ts';
import { habitFeatures } from './habits.ts';
import { fraudRunFeatures, knownFraudFeatures } from './known-frauds.ts';
import { pairFeatures } from './pair.ts';
import { paymentFeatures } from './payment.ts';
import { spendingFeatures } from './spending.ts';
import { visitorFeatures } from './visitors.ts';

export const features: readonly FraudFeature[] = [
  ...paymentFeatures,
  ...spendingFeatures('customer'),
  ...habitFeatures,
  ...pairFeatures,
  ...spendingFeatures('terminal'),
  ...visitorFeatures,
  ...knownFraudFeatures('terminal'),
  ...fraudRunFeatures,
  ...knownFraudFeatures('customer'),
];
