/** What a training run counts of fraud beside the usual figures. */
export const figuresEn = {
  cardPrecision100: 'Share of the day’s 100 first cards that had a fraud',
  moneyCaught: 'Money in the frauds of found cards',
  amount: 'Found of large amounts',
  terminal: 'Found of compromised terminals',
  leakedCard: 'Found of leaked cards',
  accountTakeover: 'Found of account takeovers',
  muleRing: 'Found of mule rings',
  merchantCollusion: 'Found of merchant collusion',
  untold: 'Found of frauds of which the kind is not told',
};
