import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { SparseRowBuilder } from '../sparse-logistic/rows.ts';
import { layStreams, stepAt, WindowFiller, windowCount } from './streams.ts';

const starts = Int32Array.of(0, 3, 4, 12, 14, 20);

test('every step stands in the streams once, those of a sequence one after the other', () => {
  for (const random of [null, createRandom(3)]) {
    const streams = layStreams(starts, 2, random);
    const all = streams.flatMap((stream) => [...stream]);
    expect(all.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, step) => step));
    for (const stream of streams) {
      for (const [place, step] of stream.entries()) {
        if (!starts.includes(step)) expect(stream[place - 1]).toBe(step - 1);
      }
    }
    const [one, other] = streams.map(({ length }) => length);
    expect(Math.abs(one - other)).toBeLessThanOrEqual(8);
  }
});

test('windows reach the last step, with a context before them too', () => {
  const streams = layStreams(starts, 2, null);
  const longest = Math.max(...streams.map(({ length }) => length));
  for (const context of [0, 2]) {
    const count = windowCount(streams, { times: 4, streams: 2 }, context);
    const reached = (windows: number) => (windows - 1) * (4 - context) + 4;
    expect(reached(count)).toBeGreaterThanOrEqual(longest);
    expect(reached(count - 1)).toBeLessThan(longest);
  }
});

test('a window holds the flags, numbers and outcomes of its steps, and nothing where a stream has ended', () => {
  const flags = new SparseRowBuilder();
  for (let step = 0; step < 20; step++) {
    flags.add(step % 3, step + 1);
    flags.endRow();
  }
  const numbers = Float32Array.from({ length: 20 }, (_, step) => -step);
  const labels = Uint8Array.from({ length: 20 }, (_, step) => step % 2);
  const rows = { starts, flags: flags.rows(), flagColumns: 3, numbers, numberColumns: 1, labels };
  const window = { times: 6, streams: 2 };
  const streams = layStreams(starts, 2, null);
  const filler = new WindowFiller(rows, window);
  for (const from of [0, 6, 12]) {
    const filled = filler.fill(streams, from);
    for (let time = 0; time < window.times; time++) {
      for (const [index, stream] of streams.entries()) {
        const place = time * window.streams + index;
        const step = stepAt(stream, from + time);
        expect(filled.weight[place]).toBe(step < 0 ? 0 : 1);
        const wanted = [0, 0, 0];
        if (step >= 0) wanted[step % 3] = step + 1;
        expect([...filled.flags.subarray(place * 3, place * 3 + 3)]).toEqual(wanted);
        expect(filled.numbers[place]).toBeCloseTo(step < 0 ? 0 : -step, 6);
        expect(filled.y[place]).toBe(step < 0 ? 0 : step % 2);
        expect(filled.kept[place]).toBe(step < 0 || starts.includes(step) ? 0 : 1);
      }
    }
  }
});
