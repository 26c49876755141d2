/** A fitted recurrent model of knowledge with how much it counts beside ability, as JSON and back. */
import type { FittedSequences } from '@praxis/core';
import { z } from 'zod';
import type { Reading } from './tracing-data.ts';

/** Learners and their attempts that a model was fitted to. */
export interface Taught {
  readonly learners: number;
  readonly attempts: number;
}

export interface TracingModel {
  readonly reading: Reading;
  readonly recurrent: FittedSequences;
  /** Log-odds are `intercept` + `ability` · those of ability and difficulty + `recurrent` · those of the recurrent model. */
  readonly blend: { readonly intercept: number; readonly ability: number; readonly recurrent: number };
  readonly simulated: Taught;
  /** Of this installation. */
  readonly own: Taught;
  /** Milliseconds since 1970. */
  readonly trainedAt: number;
}

const names = z.codec(z.array(z.string()), z.custom<ReadonlyMap<string, number>>(), {
  // Positions count from 1: 0 stands for what training has not seen.
  decode: (list) => new Map(list.map((name, index) => [name, index + 1])),
  encode: (map) => [...map.keys()],
});
const numbers = z.codec(z.array(z.number()), z.custom<Float64Array>(), {
  decode: (list) => Float64Array.from(list),
  encode: (array) => [...array],
});
const tally = z.strictObject({ attempts: numbers, right: numbers });
const tensor = z.codec(
  z.strictObject({ shape: z.array(z.int().positive()), float32: z.base64() }),
  z.custom<FittedSequences['weights'][string]>(),
  {
    decode: ({ shape, float32 }) => {
      const bytes = Uint8Array.from(Buffer.from(float32, 'base64'));
      return { shape, dtype: 'float32' as const, data: new Float32Array(bytes.buffer) };
    },
    encode: ({ shape, data }) => ({
      shape: [...shape],
      float32: Buffer.from(Float32Array.from(data).buffer).toString('base64'),
    }),
  },
);
const taught = z.strictObject({ learners: z.int().nonnegative(), attempts: z.int().nonnegative() });
const positive = z.number().positive();
const whole = z.int().positive();

export const tracingModelCodec = z.strictObject({
  reading: z.strictObject({
    vocabulary: z.strictObject({ items: names, skills: names }),
    difficulties: z.strictObject({ items: tally, skills: tally, mean: z.number() }),
    scale: z.strictObject({ mean: numbers, deviation: numbers }),
  }),
  recurrent: z.strictObject({
    settings: z.strictObject({
      kind: z.enum(['recurrent', 'attention']),
      ...{ hidden: whole, embedding: whole, dropout: z.number(), times: whole, streams: whole },
      ...{ learningRate: positive, weightDecay: z.number(), mostEpochs: whole, patience: whole },
    }),
    flagColumns: whole,
    numberColumns: whole,
    weights: z.record(z.string(), tensor),
    trained: z.strictObject({ steps: z.number(), seconds: z.number() }),
  }),
  blend: z.strictObject({ intercept: z.number(), ability: z.number(), recurrent: z.number() }),
  simulated: taught,
  own: taught,
  trainedAt: z.int().positive(),
});
