/** Why this exercise now: facts that a screen puts into words. */
import { z } from 'zod';

const prediction = {
  /** Probability of a right answer that was aimed at. */
  target: z.number(),
  /** What is expected, and the bounds between which it lies with probability 0.9. */
  success: z.number(),
  low: z.number(),
  high: z.number(),
  /** False: of all that there was this came nearest, but it is not near. */
  onTarget: z.boolean(),
  /** Learners who taught the model of knowledge that had a say in what is expected; absent where it had none. */
  rests: z.strictObject({ simulated: z.int(), own: z.int() }).optional(),
};

export const reasonSchema = z.discriminatedUnion('kind', [
  /** Somebody asked for this skill. */
  z.strictObject({ kind: z.literal('asked'), skill: z.string(), ...prediction }),
  /** A teacher asked for it, with a note that may be empty. */
  z.strictObject({ kind: z.literal('set'), skill: z.string(), note: z.string(), ...prediction }),
  /** `because` went wrong repeatedly; `skill` comes before it and is weak. `path` leads from it to `because`. */
  z.strictObject({
    kind: z.literal('prerequisite'),
    skill: z.string(),
    because: z.string(),
    path: z.array(z.string()),
    ...prediction,
  }),
  /** Due since `dueAt` (milliseconds since 1970); remembered with probability `retrievability`. */
  z.strictObject({
    kind: z.literal('review'),
    skill: z.string(),
    dueAt: z.int(),
    retrievability: z.number(),
    ...prediction,
  }),
  /** The first exercise of a skill whose prerequisites are there. */
  z.strictObject({ kind: z.literal('newSkill'), skill: z.string(), ...prediction }),
  /** On the way to mastery. */
  z.strictObject({ kind: z.literal('learning'), skill: z.string(), masteredWith: z.number(), ...prediction }),
  /** All that can be practised is mastered: the least certain of it. */
  z.strictObject({
    kind: z.literal('keepingUp'),
    skill: z.string(),
    masteredWith: z.number(),
    ...prediction,
  }),
]);
export type Reason = Readonly<z.infer<typeof reasonSchema>>;
