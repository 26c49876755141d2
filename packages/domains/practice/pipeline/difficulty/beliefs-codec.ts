/** Beliefs about difficulties as JSON and back. */
import { z } from 'zod';
import type { DifficultyBeliefs } from './difficulty.ts';
import { gaussianCodec } from './gaussian-codec.ts';

const evidence = z.strictObject({ precision: z.number().nonnegative(), weightedMean: z.number() });
const templates = z.codec(z.record(z.string(), evidence), z.custom<DifficultyBeliefs['templates']>(), {
  decode: (record) => new Map(Object.entries(record)),
  encode: (map) => Object.fromEntries(map),
});

export const difficultyBeliefsCodec = z.strictObject({
  weights: gaussianCodec,
  templateVariance: z.number().positive(),
  templates,
  // Beliefs of earlier versions were never fitted.
  fit: z.strictObject({ at: z.int(), through: z.int() }).nullable().default(null),
});
