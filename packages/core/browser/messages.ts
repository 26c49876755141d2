/** What the page and the thread that runs the model say to each other. */
import { z } from 'zod';

const tensor = z.object({
  shape: z.array(z.number().int()),
  dtype: z.literal('float32'),
  data: z.instanceof(Float32Array),
});
const names = z.object({
  shape: z.array(z.number().int()),
  dtype: z.literal('string'),
  data: z.array(z.string()),
});
const inputs = z.record(z.string(), z.discriminatedUnion('dtype', [tensor, names]));
const tensors = z.record(z.string(), tensor);

/** To the thread: first the runtime (WebAssembly) and the model (ONNX), then inputs by name. */
export const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), runtime: z.instanceof(Uint8Array), model: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('run'), id: z.number().int(), inputs }),
]);
export type Request = z.infer<typeof request>;

/** From the thread; `id` is that of the question. */
export const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened') }),
  z.object({ kind: z.literal('ran'), id: z.number().int(), outputs: tensors }),
  z.object({
    kind: z.literal('failed'),
    id: z.number().int().nullable(),
    code: z.enum(['noWebAssembly', 'failed']),
    message: z.string(),
  }),
]);
export type Answer = z.infer<typeof answer>;
