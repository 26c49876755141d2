/** A network over sequences run forward: its log-odds at every step, and how far they spread under dropout. */
import { setImmediate } from 'node:timers/promises';
import { createRandom } from '../../random.ts';
import { exportGraph, type HostTensor, openSession, type Session } from '../../tensor/index.ts';
import type { StopSignal } from '../contract.ts';
import type { Named, SequenceNetwork, SequenceRows } from './contract.ts';
import { layStreams, stepAt, WindowFiller, windowCount } from './streams.ts';
import { inputSpecs, mapNamed } from './training.ts';

export interface SequenceForward {
  /** Log-odds of every step, shape [steps]. */
  logOdds(
    rows: SequenceRows,
    weights: Named<HostTensor>,
    masks: Named<HostTensor>,
    signal: StopSignal,
  ): Promise<Float64Array>;
  release(): Promise<void>;
}

const prefixes = { weights: 'weight/', masks: 'mask/', carried: 'before/', next: 'after/' } as const;

const withPrefix = <Value>(prefix: string, named: Named<Value>): Named<Value> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [prefix + name, value]));

const withoutPrefix = <Value>(prefix: string, named: Named<Value>): Named<Value> =>
  Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );

/** The weights are inputs, so that one session serves every epoch. */
export async function openSequenceForward(
  network: SequenceNetwork,
  threads: number,
): Promise<SequenceForward> {
  const { window, context } = network;
  const spec = (shape: readonly number[]) => ({ shape, dtype: 'float32' }) as const;
  const { flags, numbers, kept } = inputSpecs(network);
  const file = exportGraph({
    inputs: {
      flags,
      numbers,
      kept,
      ...withPrefix(
        prefixes.weights,
        mapNamed(network.weights, ({ shape }) => spec(shape)),
      ),
      ...withPrefix(prefixes.masks, mapNamed(network.masks, spec)),
      ...withPrefix(prefixes.carried, mapNamed(network.carried, spec)),
    },
    outputs: (inputs) => {
      const read = network.run(
        withoutPrefix(prefixes.weights, inputs),
        { flags: inputs.flags, numbers: inputs.numbers, kept: inputs.kept },
        withoutPrefix(prefixes.masks, inputs),
        withoutPrefix(prefixes.carried, inputs),
      );
      return { logOdds: read.logOdds, ...withPrefix(prefixes.next, read.carried) };
    },
  });
  const session: Session = await openSession(file, { threads });
  return {
    async logOdds(rows, weights, masks, signal) {
      const streams = layStreams(rows.starts, window.streams, null);
      const filler = new WindowFiller(rows, window);
      const found = new Float64Array(rows.labels.length);
      let carried = mapNamed(network.carried, filled(0));
      const constant = { ...withPrefix(prefixes.weights, weights), ...withPrefix(prefixes.masks, masks) };
      for (let index = 0; index < windowCount(streams, window, context); index++) {
        await setImmediate();
        signal.throwIfAborted();
        const from = index * (window.times - context);
        const batch = filler.fill(streams, from);
        const { logOdds, ...next } = await session.run({
          flags: { ...flags, data: batch.flags },
          numbers: { ...numbers, data: batch.numbers },
          kept: { ...kept, data: batch.kept },
          ...constant,
          ...withPrefix(prefixes.carried, carried),
        });
        // The first steps of a later window were told by the one before, which saw more of what was before them.
        for (let time = index === 0 ? 0 : context; time < window.times; time++) {
          for (const [place, stream] of streams.entries()) {
            const step = stepAt(stream, from + time);
            if (step >= 0) found[step] = Number(logOdds.data[time * window.streams + place]);
          }
        }
        carried = withoutPrefix(prefixes.next, next);
      }
      return found;
    },
    release: () => session.release(),
  };
}

const filled =
  (value: number) =>
  (shape: readonly number[]): HostTensor => {
    const length = shape.reduce((size, dimension) => size * dimension, 1);
    return { shape, dtype: 'float32', data: new Float32Array(length).fill(value) };
  };

/** Nothing is left out: the mean network. */
export const openMasks = ({ masks }: SequenceNetwork): Named<HostTensor> => mapNamed(masks, filled(1));

/** One draw of what dropout leaves out. */
export function drawnMasks({ masks }: SequenceNetwork, rate: number, seed: number): Named<HostTensor> {
  const random = createRandom(seed);
  return mapNamed(masks, (shape) => {
    const mask = filled(0)(shape);
    return {
      ...mask,
      data: Float32Array.from(mask.data, () => (random.uniform() < rate ? 0 : 1 / (1 - rate))),
    };
  });
}
