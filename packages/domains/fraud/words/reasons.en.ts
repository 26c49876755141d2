/**
 * Why a payment scored as it did, one sentence a measure, mounted at `fraud.reasons`. Parameters that a sentence may use:
 * `count` (a whole number), `value` (a number as written), `amount` (with its currency), `share` (in percent), `span` (of
 * time), `window` and `known` (over which time; `known` where labels tell). `missing`: where the payment has no value.
 */
export const reasonsEn = {
  amount: { said: 'Amount of {amount}' },
  weekend: { said: '{count, plural, =0 {On a working day} other {At the weekend}}' },
  night: { said: '{count, plural, =0 {By day} other {At night, before 7:00 UTC}}' },
  hour: { said: 'Made between {count}:00 and {count}:59 UTC' },
  customerCount: {
    /** `usual` is 0 where nobody knows it. */
    said: '{count, plural, one {# payment} other {# payments}} of this card {window}{usual, plural, =0 {} other {; usual #}}',
  },
  customerSum: { said: '{amount} paid by this card {window}' },
  customerMean: { said: 'This card pays {amount} on average {window}' },
  usualAmount: {
    said: 'Median amount of this card: {amount}',
    missing: 'No earlier payment of this card to compare with',
  },
  ratioToUsual: {
    said: '{value} times their median amount',
    missing: 'No earlier payment of this card to compare with',
  },
  deviationsFromUsual: {
    said: '{value} standard deviations from their usual amount',
    missing: 'Too few earlier payments of this card to compare with',
  },
  ratioToOrdinaryMean: {
    said: '{value} times the mean of their ordinary payments {window}',
    missing: 'No ordinary payment of this card {window} to compare with',
  },
  ratioToCustomerMean: {
    said: '{value} times their mean amount {window}',
    missing: 'No earlier payment of this card {window}',
  },
  ratioToCustomerMaximum: {
    said: '{value} times their largest amount {window}',
    missing: 'No earlier payment of this card {window}',
  },
  customerHoursSinceLast: {
    said: '{span} after the card’s last payment',
    missing: 'No earlier payment of this card within 30 days',
  },
  customerTerminals: {
    said: '{count, plural, one {# terminal} other {# terminals}} used by this card {window}',
  },
  customerExceptional: {
    said: '{count, plural, =0 {No unusually large payment} one {# unusually large payment} other {# unusually large payments}} of this card {window}',
  },
  customerExceptionalShare: { said: '{share} of this card’s payments {window} were unusually large' },
  customerLargestRatio: {
    said: 'This card paid up to {value} times its usual amount {window}',
    missing: 'No earlier payment of this card {window} to compare with',
  },
  customerHoursSinceExceptional: {
    said: '{span} after the card’s last unusually large payment',
    missing: 'No unusually large payment of this card within 14 days',
  },
  pairCount: {
    said: '{count, plural, one {No other payment of this card at this terminal {window}} other {# payments of this card at this terminal {window}}}',
  },
  pairSum: { said: '{amount} paid by this card at this terminal {window}' },
  pairMean: { said: 'This card pays {amount} at this terminal on average {window}' },
  pairHoursSinceLast: {
    said: '{span} after the card’s last payment at this terminal',
    missing: 'First payment of this card at this terminal within 30 days',
  },
  ratioToPairMean: {
    said: '{value} times their mean amount at this terminal {window}',
    missing: 'First payment of this card at this terminal {window}',
  },
  terminalCount: {
    said: '{count, plural, one {No other payment at this terminal {window}} other {# payments at this terminal {window}}}',
  },
  terminalSum: { said: '{amount} taken at this terminal {window}' },
  terminalMean: { said: 'All cards together pay {amount} at this terminal on average {window}' },
  terminalHoursSinceLast: {
    said: '{span} after the terminal’s last payment',
    missing: 'No earlier payment at this terminal within 30 days',
  },
  ratioToTerminalMean: {
    said: '{value} times the mean amount at this terminal {window}',
    missing: 'No earlier payment at this terminal {window}',
  },
  terminalCustomers: {
    said: '{count, plural, one {# card} other {# cards}} at this terminal {window}',
  },
  terminalMeanRatio: {
    said: 'Cards at this terminal paid {value} times their usual amounts on average {window}',
    missing: 'No payment at this terminal {window} to compare with',
  },
  terminalExceptionalShare: {
    said: '{share} of payments at this terminal {window} were unusually large for their cards',
  },
  terminalKnownCount: {
    said: '{count, plural, =0 {No payment} one {# payment} other {# payments}} at this terminal {known}',
  },
  terminalKnownFrauds: {
    said: 'This terminal had {count, plural, =0 {no known fraud} one {# fraud} other {# frauds}} {known}',
  },
  terminalRisk: { said: '{share} of payments at this terminal {known} were fraud' },
  terminalHoursSinceKnown: {
    said: 'What payments at this terminal were is known up to {span} ago',
    missing: 'Of no payment at this terminal is it known what it was',
  },
  terminalFraudRun: {
    said: '{count, plural, =0 {The last payment known of this terminal was genuine} one {The last payment known of this terminal was fraud} other {The last # payments known of this terminal were all fraud}}',
  },
  terminalHoursSinceRunStart: {
    said: 'All that is known of this terminal since {span} ago is fraud',
    missing: 'The last payment known of this terminal was no fraud',
  },
  terminalHoursSinceGenuineBeforeRun: {
    said: 'The last genuine payment known of this terminal was {span} ago, only frauds since',
    missing: 'No run of frauds after genuine payments is known of this terminal',
  },
  terminalOrdinaryFrauds: {
    said: 'This terminal had {count, plural, =0 {no fraud} one {# fraud} other {# frauds}} of ordinary amounts {known}',
  },
  terminalHoursSinceFirstOrdinaryFraud: {
    said: 'The first fraud of an ordinary amount known of this terminal was {span} ago',
    missing: 'No fraud of an ordinary amount is known of this terminal',
  },
  terminalHoursSinceLastOrdinaryFraud: {
    said: 'The last fraud of an ordinary amount known of this terminal was {span} ago',
    missing: 'No fraud of an ordinary amount is known of this terminal',
  },
  terminalGenuineSinceOrdinaryFraud: {
    said: '{count, plural, =0 {No genuine payment} one {# genuine payment} other {# genuine payments}} known of this terminal since its last fraud of an ordinary amount',
    missing: 'No fraud of an ordinary amount is known of this terminal',
  },
  terminalLastOrdinaryFraudAmount: {
    said: 'The last fraud of an ordinary amount known of this terminal was of {amount}',
    missing: 'No fraud of an ordinary amount is known of this terminal',
  },
  customerKnownCount: {
    said: '{count, plural, =0 {No payment} one {# payment} other {# payments}} of this card {known}',
  },
  customerKnownFrauds: {
    said: 'This card had {count, plural, =0 {no known fraud} one {# fraud} other {# frauds}} {known}',
  },
  customerRisk: { said: '{share} of this card’s payments {known} were fraud' },
};

export const windowsEn = {
  '1Hour': 'within an hour',
  '1Day': 'within a day',
  '7Days': 'within 7 days',
  '14Days': 'within 14 days',
  '30Days': 'within 30 days',
};

/** Labels are known a week late. */
export const knownWindowsEn = {
  '1Day': '7 to 8 days ago',
  '7Days': '7 to 14 days ago',
  '30Days': '7 to 37 days ago',
};

export const rulesEn = {
  cardConfirmed:
    '{found, plural, one {# payment of this card within 7 days was} other {# payments of this card within 7 days were}} called fraud by an analyst',
  terminalConfirmed:
    '{found, plural, one {# payment at this terminal within 7 days was} other {# payments at this terminal within 7 days were}} called fraud by an analyst; the rule holds from {from}',
  manyPayments:
    '{found, plural, one {# payment} other {# payments}} of this card within an hour; the rule holds from {from}',
  farAboveLargest:
    '{value} times the card’s largest payment within 30 days; the rule holds from {from} times',
};
