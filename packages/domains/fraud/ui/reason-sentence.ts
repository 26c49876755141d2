/** A reason in the customer's own terms: which sentence says a feature and its value, and with which parameters. */
import { features } from '../features/definitions.ts';
import type { FraudFeature } from '../features/feature.ts';
import type { Reason } from '../service/reasons.ts';
import { type Span, spanOf } from './span.ts';

const byName = new Map(features.map((feature) => [feature.name, feature]));

/** What a sentence may need of a reason; how numbers are written is the language's affair. */
export interface ReasonSentence {
  /** Key under `fraud.reasons`; null where the feature is of another release. */
  readonly key: string | null;
  readonly feature: string;
  readonly value: number | null;
  readonly window: FraudFeature['window'];
  readonly span: Span;
}

export function reasonSentence({ feature: name, value }: Reason): ReasonSentence {
  const feature = byName.get(name);
  const span = spanOf((value ?? 0) * 60);
  if (feature === undefined) return { key: null, feature: name, value, window: null, span };
  const { measure, window } = feature;
  return { key: `${measure}.${value === null ? 'missing' : 'said'}`, feature: name, value, window, span };
}
