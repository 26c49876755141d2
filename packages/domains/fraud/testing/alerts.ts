/** Alerts for tests, each with what a test is about and the rest as plain as can be. */
import type { Alert, AlertReview, Case } from '../service/triage-contract.ts';
import type { PastPayment } from '../service/triage-store.ts';

const opened = new Date('2026-03-02T10:00:00Z');
const paidSeconds = opened.getTime() / 1000 - 60;

type AlertGiven = Partial<Omit<Alert, 'transaction'>> & {
  readonly transaction?: Partial<Alert['transaction']>;
};

export function alertOf(id: number, { transaction, ...given }: AlertGiven = {}): Alert {
  return {
    id,
    transaction: {
      id: 1000 + id,
      timeSeconds: paidSeconds,
      customer: 7,
      terminal: 70,
      amountMinor: 41_250,
      ...transaction,
    },
    currency: 'EUR',
    simulated: true,
    answer: 'review',
    score: 0.62,
    failure: null,
    expectedLossMinor: 25_575,
    model: 'a'.repeat(64),
    reasons: [{ feature: 'ratioToUsual', value: 3.14, logOdds: 1.5 }],
    rules: [],
    openedAt: opened,
    claim: null,
    verdict: null,
    closedAt: null,
    ...given,
  };
}

export const caseOf = (...alerts: readonly Alert[]): Case => ({
  firstId: Math.min(...alerts.map(({ id }) => id)),
  alerts,
  alertCount: alerts.length,
  expectedLossMinor: alerts.reduce((sum, alert) => sum + alert.expectedLossMinor, 0),
  cardCount: new Set(alerts.map(({ transaction }) => transaction.customer)).size,
  terminalCount: new Set(alerts.map(({ transaction }) => transaction.terminal)).size,
  waitsSince: new Date(Math.min(...alerts.map(({ openedAt }) => openedAt.getTime()))),
  holders: alerts.flatMap(({ claim }) => claim?.by ?? []),
});

/** A payment of the card of `alertOf`, so many seconds before its own. */
export const pastPayment = (
  id: number,
  secondsBefore: number,
  amountMinor: number,
  given: Partial<Omit<PastPayment, 'transaction'>> = {},
): PastPayment => ({
  transaction: { id, timeSeconds: paidSeconds - secondsBefore, customer: 7, terminal: 70, amountMinor },
  answer: null,
  score: null,
  fraud: null,
  source: null,
  ...given,
});

export const reviewOf = (alert: Alert, given: Partial<AlertReview> = {}): AlertReview => ({
  alert,
  together: given.together ?? [],
  togetherCount: given.together?.length ?? 0,
  confirmed: { card: 0, terminal: 0 },
  card: [
    { transaction: alert.transaction, answer: alert.answer, score: alert.score, fraud: null, source: null },
  ],
  terminal: [],
  terminals: [],
  home: null,
  similar: [],
  reviews: [],
  ...given,
});
