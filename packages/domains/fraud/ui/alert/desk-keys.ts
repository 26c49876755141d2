/** What a key asks for at the desk. */
import { type Verdict, type VerdictReason, verdictReasons } from '../../service/verdict.ts';

export type Intent =
  | { readonly kind: 'choose'; readonly verdict: Verdict | null }
  | { readonly kind: 'give'; readonly reason: VerdictReason }
  | { readonly kind: 'claim' | 'note' | 'next' | 'undo' | 'queue' };

const intents: Readonly<Record<string, Intent>> = {
  f: { kind: 'choose', verdict: 'fraud' },
  g: { kind: 'choose', verdict: 'genuine' },
  c: { kind: 'claim' },
  m: { kind: 'note' },
  n: { kind: 'next' },
  q: { kind: 'queue' },
  u: { kind: 'undo' },
};

/** The key of each reason of a verdict: its place in the list. */
export const reasonKeys = (verdict: Verdict): readonly { key: string; reason: VerdictReason }[] =>
  verdictReasons[verdict].map((reason, place) => ({ key: String(place + 1), reason }));

/**
 * null where the key means nothing now. While a reason is chosen only reasons, the other verdict and Escape do, so that no
 * slip of a finger leaves the alert.
 */
export function intentOf(key: string, choosing: Verdict | null): Intent | null {
  const intent = Object.hasOwn(intents, key) ? intents[key] : null;
  if (choosing === null) return intent;
  if (key === 'Escape') return { kind: 'choose', verdict: null };
  const chosen = reasonKeys(choosing).find((one) => one.key === key);
  if (chosen) return { kind: 'give', reason: chosen.reason };
  return intent?.kind === 'choose' ? intent : null;
}
