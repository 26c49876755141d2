/** Lays sequences end to end into streams of about one length, so that hardly a place of a batch is empty. */
import { type Random, shuffle } from '../../random.ts';
import type { SequenceRows, WindowShape, WindowTensors } from './contract.ts';

/** For each stream the steps that it reads, one after the other. */
export type Streams = readonly Int32Array[];

/**
 * Longest sequences first, each to the shortest stream (Graham 1969), so that the streams end nearly together.
 *
 * @param random shuffles each stream's sequences, and which of equal length come first; null: in the order of their length
 */
export function layStreams(starts: Int32Array, count: number, random: Random | null): Streams {
  const order = Int32Array.from({ length: starts.length - 1 }, (_, sequence) => sequence);
  const length = (sequence: number) => starts[sequence + 1] - starts[sequence];
  if (random !== null) shuffle(order, random);
  order.sort((one, other) => length(other) - length(one));
  const members: number[][] = Array.from({ length: count }, () => []);
  const lengths = new Array<number>(count).fill(0);
  for (const sequence of order) {
    const shortest = lengths.indexOf(Math.min(...lengths));
    members[shortest].push(sequence);
    lengths[shortest] += length(sequence);
  }
  return members.map((sequences) => {
    const shuffled = Int32Array.from(sequences);
    if (random !== null) shuffle(shuffled, random);
    return Int32Array.from(
      [...shuffled].flatMap((sequence) => range(starts[sequence], starts[sequence + 1])),
    );
  });
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** Windows that all streams take together, when each begins `times - context` after the one before. */
export function windowCount(streams: Streams, { times }: WindowShape, context: number): number {
  const longest = Math.max(...streams.map((stream) => stream.length));
  return Math.max(1, Math.ceil((longest - context) / (times - context)));
}

/** The step at a place of a window, -1 where the stream has ended. */
export function stepAt(stream: Int32Array, at: number): number {
  return at < stream.length ? stream[at] : -1;
}

/** Fills windows again and again into the same memory. */
export class WindowFiller {
  readonly #rows: SequenceRows;
  readonly #window: WindowShape;
  readonly #begins: Uint8Array;
  readonly #tensors: WindowTensors<Float32Array>;

  constructor(rows: SequenceRows, window: WindowShape) {
    const places = window.times * window.streams;
    this.#rows = rows;
    this.#window = window;
    this.#begins = new Uint8Array(rows.labels.length + 1);
    for (const start of rows.starts) this.#begins[start] = 1;
    this.#tensors = {
      flags: new Float32Array(places * rows.flagColumns),
      numbers: new Float32Array(places * rows.numberColumns),
      kept: new Float32Array(places),
      y: new Float32Array(places),
      weight: new Float32Array(places),
    };
  }

  /** @param from the place in every stream where the window begins */
  fill(streams: Streams, from: number): WindowTensors<Float32Array> {
    const { flags, numbers, kept, y, weight } = this.#tensors;
    const { flags: sparse, flagColumns, numberColumns, labels } = this.#rows;
    flags.fill(0);
    for (let time = 0; time < this.#window.times; time++) {
      for (const [index, stream] of streams.entries()) {
        const place = time * this.#window.streams + index;
        const step = stepAt(stream, from + time);
        if (step < 0) {
          numbers.fill(0, place * numberColumns, (place + 1) * numberColumns);
          [kept[place], y[place], weight[place]] = [0, 0, 0];
          continue;
        }
        for (let entry = sparse.starts[step]; entry < sparse.starts[step + 1]; entry++) {
          flags[place * flagColumns + sparse.columns[entry]] += sparse.values[entry];
        }
        numbers.set(
          this.#rows.numbers.subarray(step * numberColumns, (step + 1) * numberColumns),
          place * numberColumns,
        );
        kept[place] = 1 - this.#begins[step];
        y[place] = labels[step];
        weight[place] = 1;
      }
    }
    return this.#tensors;
  }
}
