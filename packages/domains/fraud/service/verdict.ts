/** What a person can say of an alert, and why. */

export const verdictReasons = {
  fraud: [
    'customerDenies',
    'cardLeaked',
    'terminalCompromised',
    'accountTakenOver',
    'collusion',
    'otherFraud',
  ],
  genuine: ['customerConfirms', 'usualForCustomer', 'travel', 'largePurchase', 'otherGenuine'],
} as const;

export type Verdict = keyof typeof verdictReasons;
export type VerdictReason = (typeof verdictReasons)[Verdict][number];

export const verdicts: readonly Verdict[] = ['fraud', 'genuine'];

/** Whether the reason is one for this verdict. */
export const isReasonFor = (verdict: Verdict, reason: string): boolean =>
  verdictReasons[verdict].some((known) => known === reason);
