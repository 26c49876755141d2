/** The few rules beside the model: what they look at and what they ask for is plain to anyone who reads an answer. */
export interface RuleFacts {
  readonly amountMinor: number;
  /** Payments of the card within the hour, the present one included. */
  readonly cardPaymentsLastHour: number;
  /** The largest of the card's earlier payments within 30 days, null where there is none. */
  readonly cardLargestMinor: number | null;
  /** Payments within 7 days that a person has called fraud: of the card, at the terminal. */
  readonly cardFrauds: number;
  readonly terminalFrauds: number;
}

export interface RuleResult {
  readonly rule: RuleName;
  /** What the rule asks for; `none` where it does not hold. */
  readonly asks: 'none' | 'review' | 'decline';
  /** What it looked at, in the rule's own unit. */
  readonly found: number;
  /** From where on it holds. */
  readonly from: number;
}

const largeMinor = 20_000;

/** A card is refused once somebody has found one of its payments to be fraud; the others ask for a look. */
const rules = {
  cardConfirmed: { asks: 'decline', from: 1, find: (facts: RuleFacts) => facts.cardFrauds },
  terminalConfirmed: { asks: 'review', from: 2, find: (facts: RuleFacts) => facts.terminalFrauds },
  manyPayments: { asks: 'review', from: 8, find: (facts: RuleFacts) => facts.cardPaymentsLastHour },
  farAboveLargest: {
    asks: 'review',
    from: 5,
    /** Times the card's largest payment; small payments never are. */
    find: ({ amountMinor, cardLargestMinor }: RuleFacts) =>
      amountMinor < largeMinor || cardLargestMinor === null ? 0 : amountMinor / cardLargestMinor,
  },
} as const satisfies Record<RuleName, unknown>;

type RuleName = (typeof ruleNames)[number];

export const ruleNames = ['cardConfirmed', 'terminalConfirmed', 'manyPayments', 'farAboveLargest'] as const;

/** What every rule found, whether it holds or not. */
export function applyRules(facts: RuleFacts): readonly RuleResult[] {
  return ruleNames.map((rule) => {
    const { asks, from, find } = rules[rule];
    const found = find(facts);
    return { rule, asks: found >= from ? asks : 'none', found, from };
  });
}
