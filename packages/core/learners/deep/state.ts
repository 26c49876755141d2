/** What a fit of the network needs to go on after its process was killed. */
import { z } from 'zod';
import type { HostTensor } from '../../tensor/index.ts';

const hostTensor = z.object({
  shape: z.array(z.number()),
  dtype: z.enum(['float32', 'int32', 'bool']),
  data: z.union([z.instanceof(Float32Array), z.instanceof(Int32Array), z.instanceof(Uint8Array)]),
});
/** Tensors by name, as they come out of a checkpoint. */
export const tensors = z.record(z.string(), hostTensor);

const fitState = z.object({
  epoch: z.number(),
  tensors,
  best: z.object({ loss: z.number(), epoch: z.number(), weights: tensors }),
});

export interface FitState {
  /** Epochs that are done. */
  readonly epoch: number;
  /** Weights and the optimizer's memory, by names that are the same in every process. */
  readonly tensors: Readonly<Record<string, HostTensor>>;
  readonly best: {
    readonly loss: number;
    readonly epoch: number;
    readonly weights: Readonly<Record<string, HostTensor>>;
  };
}

/** null where there is none: the fit then starts from its beginning. */
export function readState(found: unknown): FitState | null {
  return fitState.safeParse(found).data ?? null;
}
