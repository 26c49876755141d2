/** The use cases of triage: the queue, one alert with all that speaks for and against it, and what a person says of it. */
import { z } from 'zod';
import { weekSeconds } from '../features/windows.ts';
import { caseAround } from './cases.ts';
import { queueOf } from './queue.ts';
import type { Reason } from './reasons.ts';
import { type RuleResult, ruleNames } from './rules.ts';
import { similarAlerts } from './similar.ts';
import type { Alert, TriageService } from './triage-contract.ts';
import type { StoredAlert, TriageStore } from './triage-store.ts';
import { isReasonFor } from './verdict.ts';

/** Other alerts of a case that are listed beside one. */
const mostTogether = 20;
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
    queue: async () => queueOf(await store.open(), async (ids) => (await store.alerts(ids)).map(toAlert)),

    async review(alertId) {
      const stored = await store.alert(alertId);
      if (stored === null) return null;
      const alert = toAlert(stored);
      const { id, customer, terminal, timeSeconds } = alert.transaction;
      const [open, closed, card, there, reviews, confirmed] = await Promise.all([
        store.open(),
        store.closed(mostClosed),
        store.past({ customer }, timeSeconds, mostPast),
        store.past({ terminal }, timeSeconds, mostPast),
        store.reviews(alertId),
        store.confirmed({ id, customer, terminal }, timeSeconds - weekSeconds),
      ]);
      const past = closed.map((one) => ({ id: one.id, reasons: storedReasons.parse(one.reasons) }));
      const similar = similarAlerts(alert, past, mostSimilar);
      const others = caseAround({ id: alertId, customer, terminal }, open);
      const used = [...new Set(card.map(({ transaction }) => transaction.terminal))];
      const [terminals, homes, together, alike] = await Promise.all([
        store.places('terminal', used),
        store.places('customer', [customer]),
        store.alerts(others.slice(0, mostTogether)),
        store.alerts(similar.map((one) => one.id)),
      ]);
      return {
        alert,
        together: together.map(toAlert).sort((a, b) => others.indexOf(a.id) - others.indexOf(b.id)),
        togetherCount: others.length,
        confirmed,
        card,
        terminal: there,
        terminals,
        home: homes[0] ?? null,
        similar: similar.flatMap((one) => {
          const found = alike.find(({ id }) => id === one.id);
          return found ? [{ alert: toAlert(found), similarity: one.similarity }] : [];
        }),
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
