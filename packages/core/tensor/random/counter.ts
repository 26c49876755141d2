/**
 * Random numbers without a state: each is a hash of seed, step, stream and position, so a resumed run draws what the
 * undisturbed one would have drawn. `lowerings/random.ts` writes the same arithmetic as ONNX nodes.
 */

/** 2^32 divided by the golden ratio: its multiples are spread evenly over the 32-bit words. */
export const goldenStep = 0x9e3779b9;

/** Shift, factor, shift, factor of the mixing function lowbias32 (Wellons 2018, "Prospecting for Hash Functions"). */
export const mixing = { firstShift: 16, firstFactor: 0x7feb352d, secondShift: 15, secondFactor: 0x846ca68b };

/** One list of random numbers in one step of one run. */
export interface Stream {
  readonly seed: number;
  readonly step: number;
  /** Which draw of the step. */
  readonly stream: number;
}

/**
 * Random words of 32 bits, by position. A second key between the factors makes each stream an order of its own; with one
 * key all would be stretches of the same order. The shift that ends lowbias32 is left out: it only reaches the 16 lowest
 * bits, and what is made of a word looks at its highest.
 */
export function randomWords({ seed, step, stream }: Stream, length: number): Uint32Array {
  const run = mixed((seed + goldenStep) | 0);
  const start = mixed((mixed((step + run) | 0) + Math.imul(stream, goldenStep)) | 0);
  const twist = mixed((start + run) | 0);
  return Uint32Array.from({ length }, (_, position) =>
    mixed((Math.imul(position, goldenStep) + start) | 0, twist),
  );
}

function mixed(word: number, twist = 0): number {
  let mix = word ^ (word >>> mixing.firstShift);
  mix = (Math.imul(mix, mixing.firstFactor) + twist) | 0;
  mix ^= mix >>> mixing.secondShift;
  return Math.imul(mix, mixing.secondFactor);
}
