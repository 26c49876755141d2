/** What travels between the practice screens and their endpoints. */
import { z } from 'zod';
import { unitNames } from '../data/answers/units.ts';
import { forms } from '../data/mathematics/forms.ts';
import type { WishView } from '../service/learner-contract.ts';
import type { LineView, TurnView, VerdictView } from '../service/practice-contract.ts';
import { targetSchema } from '../service/practice-model.ts';
import { turnOutcomes } from '../service/store.ts';

const longestAnswer = 2_000;
const mostLines = 60;

/** Bodies of requests. */
export const nothingGiven = z.strictObject({});
export const givenAnswer = z.strictObject({ typed: z.string().max(longestAnswer) });
export const givenLines = z.strictObject({ lines: z.array(z.string().max(longestAnswer)).max(mostLines) });
export const givenNext = z.strictObject({ next: z.enum(['best', 'variant', 'reviews']) });
/** What to begin with; another open exercise is left only where `leave` names it. */
export const givenStart = z.strictObject({
  wanted: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('skill'), skill: z.string().max(100) }),
    z.strictObject({ kind: z.literal('reviews') }),
  ]),
  leave: z.int().positive().nullable(),
});
export const givenTarget = z.strictObject({ target: targetSchema });

export const failureBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const form = z.enum(forms);
const asked = z.enum(['value', 'solutions', 'point', 'range']);

export const turnBody = z.object({
  id: z.number(),
  skill: z.object({ id: z.string(), name: z.string() }),
  prompt: z.string(),
  reworded: z.boolean(),
  asks: asked,
  form,
  hints: z.array(z.string()),
  hintCount: z.number(),
  choice: z.object({
    kind: z.enum(['asked', 'set', 'prerequisite', 'review', 'newSkill', 'learning', 'keepingUp']),
    because: z.string().nullable(),
    target: z.number(),
    note: z.string().nullable(),
    success: z.number(),
    low: z.number(),
    high: z.number(),
    onTarget: z.boolean(),
    rests: z.object({ simulated: z.number(), own: z.number() }).nullable(),
  }),
  outcome: z.enum(turnOutcomes).nullable(),
  solution: z
    .object({ answer: z.string(), steps: z.array(z.object({ line: z.string(), reason: z.string() })) })
    .nullable(),
}) satisfies z.ZodType<TurnView, unknown>;

const unreadable = z.object({
  verdict: z.literal('unreadable'),
  error: z.object({
    code: z.enum([
      ...(['empty', 'tooLong', 'unknownCharacter', 'unknownWord', 'numberTooLong'] as const),
      ...(['missingNumber', 'bracketNotClosed', 'bracketNotOpened', 'notExpectedHere'] as const),
    ]),
    from: z.number(),
    to: z.number(),
    part: z.string(),
  }),
});
const wrong = z.object({ verdict: z.literal('wrong'), explanation: z.string().nullable() });

const verdictBody = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('right') }),
  z.object({ verdict: z.literal('otherForm'), form }),
  z.object({ verdict: z.literal('incomplete') }),
  z.object({ verdict: z.literal('otherUnit'), typed: z.string(), asked: z.enum(unitNames) }),
  z.object({ verdict: z.literal('missingUnit') }),
  z.object({ verdict: z.literal('otherKind'), asked }),
  z.object({ verdict: z.literal('undefined'), part: z.string() }),
  unreadable,
  wrong,
]) satisfies z.ZodType<VerdictView, unknown>;

export const wishBody = z.object({
  target: z.number(),
  skill: z.string().nullable(),
  outlook: z.array(
    z.object({
      target: z.number(),
      success: z.number(),
      low: z.number(),
      high: z.number(),
      onTarget: z.boolean(),
    }),
  ),
}) satisfies z.ZodType<WishView, unknown>;

export const answeredBody = z.object({ verdict: verdictBody, turn: turnBody });

export const linesBody = z.array(
  z.discriminatedUnion('verdict', [
    z.object({ verdict: z.enum(['same', 'aside', 'gains', 'loses', 'untold', 'after', 'blank']) }),
    wrong,
    unreadable,
  ]),
) satisfies z.ZodType<LineView[], unknown>;
