/** What travels between the triage screens and their endpoints. */
import { z } from 'zod';
import { answers } from '../service/answer.ts';
import { ruleNames } from '../service/rules.ts';
import type { Alert, AlertReview, QueueView } from '../service/triage-contract.ts';
import { verdicts } from '../service/verdict.ts';

const longestNote = 4_000;

/** Bodies of requests. */
export const nothingGiven = z.strictObject({});
export const givenNote = z.strictObject({ note: z.string().max(longestNote) });
export const givenVerdict = z.strictObject({
  verdict: z.enum(verdicts),
  reason: z.string().max(100),
  note: z.string().max(longestNote).nullable(),
});
export type GivenVerdict = z.infer<typeof givenVerdict>;

export const failureBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const moment = z.coerce.date<string>();
const transaction = z.object({
  id: z.number(),
  timeSeconds: z.number(),
  customer: z.number(),
  terminal: z.number(),
  amountMinor: z.number(),
});
const person = z.object({ id: z.string(), name: z.string() });
const place = z.object({ id: z.number(), x: z.number(), y: z.number() });

const alert = z.object({
  id: z.number(),
  transaction,
  currency: z.string(),
  simulated: z.boolean(),
  answer: z.enum(answers),
  score: z.number().nullable(),
  failure: z.enum(['modelMissing', 'modelLate', 'modelFailed']).nullable(),
  expectedLossMinor: z.number(),
  model: z.string().nullable(),
  reasons: z.array(z.object({ feature: z.string(), value: z.number().nullable(), logOdds: z.number() })),
  rules: z.array(
    z.object({
      rule: z.enum(ruleNames),
      asks: z.enum(['none', 'review', 'decline']),
      found: z.number(),
      from: z.number(),
    }),
  ),
  openedAt: moment,
  claim: z.object({ by: person, until: moment }).nullable(),
  verdict: z.enum(verdicts).nullable(),
  closedAt: moment.nullable(),
}) satisfies z.ZodType<Alert, unknown>;

export const queueBody = z.object({
  cases: z.array(
    z.object({
      firstId: z.number(),
      alerts: z.array(alert),
      alertCount: z.number(),
      expectedLossMinor: z.number(),
      cardCount: z.number(),
      terminalCount: z.number(),
      waitsSince: moment,
      holders: z.array(person),
    }),
  ),
  caseCount: z.number(),
  alertCount: z.number(),
}) satisfies z.ZodType<QueueView, unknown>;

const payment = z.object({
  transaction,
  answer: z.enum(answers).nullable(),
  score: z.number().nullable(),
  fraud: z.boolean().nullable(),
  source: z.enum(['chargeback', 'verdict']).nullable(),
});

export const reviewBody = z.object({
  alert,
  together: z.array(alert),
  togetherCount: z.number(),
  confirmed: z.object({ card: z.number(), terminal: z.number() }),
  card: z.array(payment),
  terminal: z.array(payment),
  terminals: z.array(place),
  home: place.nullable(),
  similar: z.array(z.object({ alert, similarity: z.number() })),
  reviews: z.array(
    z.object({
      id: z.number(),
      event: z.enum(['claimed', 'released', 'fraud', 'genuine', 'note', 'undone']),
      reason: z.string().nullable(),
      note: z.string().nullable(),
      by: person,
      at: moment,
    }),
  ),
}) satisfies z.ZodType<AlertReview, unknown>;
