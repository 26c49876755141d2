/** The use cases of triage: the queue, one alert with all that speaks for and against it, and what a person says of it. */
import { z } from 'zod';
import { gatherCases } from './cases.ts';
import type { Reason } from './reasons.ts';
import { type RuleResult, ruleNames } from './rules.ts';
import { similarAlerts } from './similar.ts';
import type { Alert, Case, TriageService } from './triage-contract.ts';
import type { StoredAlert, TriageStore } from './triage-store.ts';
import { isReasonFor } from './verdict.ts';

/** Alerts of the queue that are read at once; a longer one is worked off from its top. */
const mostOpen = 500;
/** Closed alerts among which similar ones are looked for. */
const mostClosed = 1_000;
const mostSimilar = 5;
/** Payments of a timeline. */
const mostPast = 60;

/** What was stored with a decision, which another release may have written. */
const storedReasons = z.array(
  z.object({ feature: z.string(), value: z.number().nullable(), logOdds: z.number() }),
);
const storedRules = z.array(
  z.object({
    rule: z.enum(ruleNames),
    asks: z.enum(['none', 'review', 'decline']),
    found: z.number(),
    from: z.number(),
  }),
);

export function createTriageService(store: TriageStore): TriageService {
  return {
    async queue() {
      const alerts = (await store.queue(mostOpen)).map(toAlert);
      const cases = gatherCases(alerts.map((alert) => ({ ...alert.transaction, alert })));
      return {
        alerts: alerts.length,
        cases: cases
          .map((linked) => toCase(linked.map(({ alert }) => alert)))
          .sort((a, b) => b.expectedLossMinor - a.expectedLossMinor),
      };
    },

    async review(alertId) {
      const stored = await store.alert(alertId);
      if (stored === null) return null;
      const alert = toAlert(stored);
      const { customer, terminal, timeSeconds } = alert.transaction;
      const [open, closed, card, there, reviews] = await Promise.all([
        store.queue(mostOpen),
        store.closed(mostClosed),
        store.past({ customer }, timeSeconds, mostPast),
        store.past({ terminal }, timeSeconds, mostPast),
        store.reviews(alertId),
      ]);
      const used = [...new Set(card.map(({ transaction }) => transaction.terminal))];
      const [terminals, homes] = await Promise.all([
        store.places('terminal', used),
        store.places('customer', [customer]),
      ]);
      const past = closed.filter(({ id }) => id !== alertId).map(toAlert);
      return {
        alert,
        together: caseOf(alert, open.map(toAlert)),
        card,
        terminal: there,
        terminals,
        home: homes[0] ?? null,
        similar: similarAlerts(alert, past, mostSimilar),
        reviews,
      };
    },

    claim: (alertId, by) => store.claim(alertId, by),

    async decide(alertId, by, given) {
      const { verdict, reason } = given;
      if (!isReasonFor(verdict, reason)) return { code: 'reasonUnknown', verdict, reason };
      return store.decide(alertId, by, { ...given, note: given.note?.trim() || null });
    },

    undo: (alertId, by) => store.undo(alertId, by),

    async note(alertId, by, note) {
      const text = note.trim();
      return text === '' ? { code: 'noteEmpty' } : store.note(alertId, by, text);
    },
  };
}

function toAlert({ decision, ...stored }: StoredAlert): Alert {
  const { answer, score, failure, expectedLossMinor, model } = decision;
  const reasons: readonly Reason[] = storedReasons.parse(decision.reasons);
  const rules: readonly RuleResult[] = storedRules.parse(decision.rules);
  return {
    ...stored,
    answer,
    score,
    failure,
    expectedLossMinor,
    model,
    reasons,
    rules: rules.filter(({ asks }) => asks !== 'none'),
  };
}

const toCase = (alerts: readonly Alert[]): Case => ({
  alerts,
  expectedLossMinor: alerts.reduce((sum, alert) => sum + alert.expectedLossMinor, 0),
  cards: [...new Set(alerts.map(({ transaction }) => transaction.customer))],
  terminals: [...new Set(alerts.map(({ transaction }) => transaction.terminal))],
});

/** The other open alerts of its case, also where it is closed itself. */
function caseOf(alert: Alert, open: readonly Alert[]): readonly Alert[] {
  const others = open.filter(({ id }) => id !== alert.id);
  const linked = [alert, ...others].map((one) => ({ ...one.transaction, alert: one }));
  const [own] = gatherCases(linked);
  return own.slice(1).map((one) => one.alert);
}
