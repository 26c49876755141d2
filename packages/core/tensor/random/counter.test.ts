import { describe, expect, test } from 'vitest';
import { randomWords, type Stream, tileOf } from './counter.ts';

/** A tile of 128 × 128. */
const length = 1 << 14;
const first: Stream = { seed: 7, step: 1, stream: 0 };
const bits = Array.from({ length: 32 }, (_, bit) => bit);
/** The bits that draws look at. */
const drawn = bits.slice(8);

/** How often each bit is 1. */
function ones(words: Uint32Array): number[] {
  return bits.map((bit) => words.reduce((sum, word) => sum + ((word >>> bit) & 1), 0));
}

/** Standard deviations by which a count of fair coins is off. */
function surprise(count: number, coins: number): number {
  return Math.abs(count - coins / 2) / Math.sqrt(coins / 4);
}

function xor(a: Uint32Array, b: Uint32Array): Uint32Array {
  return a.map((word, index) => word ^ b[index]);
}

// A fair bit is off by more than five standard deviations once in two million times.
const unfair = 5;

const streams: Record<string, Stream> = {
  'the first': first,
  'seed 0, step 0': { seed: 0, step: 0, stream: 0 },
  'the largest': { seed: -1, step: 2 ** 31 - 1, stream: 1000 },
};

describe('random words look like fair coins', () => {
  for (const [name, stream] of Object.entries(streams)) {
    test(`each bit alone, and in pairs at the distances that rows and columns have: ${name}`, () => {
      const words = randomWords(stream, length);
      for (const bit of drawn) expect(surprise(ones(words)[bit], length), `bit ${bit}`).toBeLessThan(unfair);
      for (const distance of [1, 2, 3, 16, 64, 100, 128, 1024]) {
        const apart = xor(words.subarray(distance), words.subarray(0, length - distance));
        const counts = ones(apart);
        for (const bit of drawn) {
          expect(surprise(counts[bit], apart.length), `bit ${bit}, ${distance} apart`).toBeLessThan(unfair);
        }
      }
    });

    test(`rectangles of four positions: ${name}`, () => {
      const words = randomWords(stream, length);
      for (const [row, column] of [
        [128, 1],
        [64, 1],
        [1280, 32],
      ]) {
        const corners = length - row - column;
        const at = (start: number) => words.subarray(start, start + corners);
        const counts = ones(xor(xor(at(0), at(row)), xor(at(column), at(row + column))));
        for (const bit of drawn) expect(surprise(counts[bit], corners), `bit ${bit}`).toBeLessThan(unfair);
      }
    });

    test(`the highest bytes, singly and in pairs, fill all boxes alike: ${name}`, () => {
      const words = randomWords(stream, length * 16);
      const boxes = { single: new Float64Array(256), pair: new Float64Array(4096) };
      words.forEach((word, index) => {
        boxes.single[word >>> 24]++;
        boxes.pair[((word >>> 26) << 6) | ((words[index + 1] ?? 0) >>> 26)]++;
      });
      for (const counts of Object.values(boxes)) {
        const wanted = words.length / counts.length;
        const squares = counts.reduce((sum, count) => sum + (count - wanted) ** 2 / wanted, 0);
        // Chi-squared: mean = degrees of freedom, variance = twice that.
        const freedom = counts.length - 1;
        expect(Math.abs(squares - freedom) / Math.sqrt(2 * freedom)).toBeLessThan(unfair);
      }
    });
  }
});

describe('what names a stream makes it another one', () => {
  const others: Record<string, Stream> = {
    'the next step': { ...first, step: 2 },
    'the next stream': { ...first, stream: 1 },
    'the next seed': { ...first, seed: 8 },
    'seed and step exchanged': { ...first, seed: 1, step: 7 },
    'step and stream moved against each other': { ...first, step: 0, stream: 1 },
    'a negative seed': { ...first, seed: -7 },
    'a step far away': { ...first, step: 100_001 },
  };
  for (const [name, other] of Object.entries(others)) {
    test(name, () => {
      const counts = ones(xor(randomWords(first, length), randomWords(other, length)));
      for (const bit of drawn) expect(surprise(counts[bit], length), `bit ${bit}`).toBeLessThan(unfair);
    });
  }

  test('one changed bit of seed, step or stream changes each bit of a word half of the time', () => {
    for (const part of ['seed', 'step', 'stream'] as const) {
      for (const flipped of bits) {
        const cases = 256;
        const counts = new Float64Array(32);
        for (let index = 0; index < cases; index++) {
          const from = { seed: Math.imul(index, 0x2545f491), step: index * 37, stream: index % 5 };
          const [a] = randomWords(from, 1);
          const [b] = randomWords({ ...from, [part]: from[part] ^ (1 << flipped) }, 1);
          for (const bit of bits) counts[bit] += ((a ^ b) >>> bit) & 1;
        }
        for (const bit of drawn) {
          expect(surprise(counts[bit], cases), `${part}, bit ${flipped} to ${bit}`).toBeLessThan(unfair);
        }
      }
    }
  });
});

test('the rows of a tile are as independent as noise: no direction stands out', () => {
  const size = 256;
  const words = randomWords(first, size * size);
  expect(tileOf(size * size)).toEqual({ rows: size, columns: size });
  for (const bit of [31, 24, 16]) {
    const signs = Float64Array.from(words, (word) => (((word >>> bit) & 1) === 1 ? 1 : -1));
    // The largest singular value of random signs is 2·sqrt(n), give or take some n^(-1/6) (Tracy and Widom 1996); a
    // structure of rows and columns would be a multiple of it.
    expect(largestSingularValue(signs, size), `bit ${bit}`).toBeLessThan(2 * Math.sqrt(size) + 4);
  }
});

/** By 200 rounds of power iteration, from below. */
function largestSingularValue(matrix: Float64Array, size: number): number {
  const indices = Array.from({ length: size }, (_, index) => index);
  let vector = indices.map((index) => Math.sin(index + 1));
  let value = 0;
  for (let round = 0; round < 200; round++) {
    const image = indices.map((row) => dot(indices, (at) => matrix[row * size + at] * vector[at]));
    const back = indices.map((column) => dot(indices, (at) => matrix[at * size + column] * image[at]));
    value = Math.sqrt(Math.hypot(...back) / Math.hypot(...vector));
    const length = Math.hypot(...back);
    vector = back.map((element) => element / length);
  }
  return value;
}

function dot(indices: readonly number[], term: (at: number) => number): number {
  return indices.reduce((sum, at) => sum + term(at), 0);
}

test('a tile holds as many words as were asked for, and not many more', () => {
  for (let length = 1; length < 3000; length++) {
    const { rows, columns } = tileOf(length);
    expect(rows * columns).toBeGreaterThanOrEqual(length);
    expect(rows * columns - length).toBeLessThan(columns);
    expect(rows + columns).toBeLessThan(4 * Math.sqrt(length) + 2);
  }
});

test('the same stream is the same list', () => {
  expect(randomWords(first, 100)).toEqual(randomWords(first, 100));
});
