/** A person's values beside those of the people that the model learned from, in words. */
import type { OutcomeRisk } from '../../service/contract.ts';
import type { FeatureRanges } from '../feature-ranges.ts';
import type { Wording } from '../wording.ts';

type Scored = Extract<OutcomeRisk, { status: 'risk' }>;

/** What fewer of them share is rare by itself. */
const rareShare = 0.01;

/** One line a feature: the value and where most people lie, or how many share what is known of it. */
export function valuesBeside(
  features: readonly string[],
  risk: Scored,
  ranges: FeatureRanges,
  wording: Wording,
): string[] {
  return features.map((feature) => {
    const value = knownValue(feature, risk);
    const what = wording.described(feature, value, null);
    const range = ranges[feature];
    if (!range) return what;
    const share = shareOf(value, range);
    if (share !== null)
      return wording.screen('risk.sharedBy', { what, share: wording.percent(share, share < 0.1 ? 1 : 0) });
    return wording.screen('risk.middle', {
      what,
      low: wording.amount(feature, range.low),
      high: wording.quantity(feature, range.high),
    });
  });
}

/** Whether each of these values is usual by itself, so that it is their company that is not. */
export function areUsualAlone(features: readonly string[], risk: Scored, ranges: FeatureRanges): boolean {
  return features.every((feature) => {
    const range = ranges[feature];
    if (!range) return false;
    const value = knownValue(feature, risk);
    const share = shareOf(value, range);
    if (share !== null) return share >= rareShare;
    return value !== null && value >= range.low && value <= range.high;
  });
}

const knownValue = (feature: string, { contributions }: Scored): number | null =>
  contributions.find((one) => one.feature === feature)?.value ?? null;

/** Of all people, those with the same answer, or without a value too; null for a measured number. */
function shareOf(value: number | null, { kind, mean, missing }: FeatureRanges[string]): number | null {
  if (value === null) return missing;
  if (kind !== 'flag') return null;
  return (1 - missing) * (value === 1 ? mean : 1 - mean);
}
