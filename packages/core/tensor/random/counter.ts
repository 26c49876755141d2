/**
 * Random numbers without a state: each follows from seed, step, stream and position, so a resumed run draws what the
 * undisturbed one would have drawn. `lowerings/random.ts` writes the same arithmetic as ONNX nodes.
 *
 * ONNX Runtime adds and multiplies words much faster than it shifts and combines their bits, so only a few are hashed: two
 * keys for each row and each column of a tile. A word of the tile is the product of the sums of its row's and its column's
 * keys, as in the hash NH (Black et al. 1999, UMAC): with random keys any three words are independent. RC6's permutation
 * x(2x + 1) (Rivest et al. 1998) then lets the highest bits, which are all that a draw looks at, follow from all bits below.
 */

/** 2^32 divided by the golden ratio: its multiples are spread evenly over the 32-bit words. */
export const goldenStep = 0x9e3779b9;

/**
 * Shift, factor, shift, factor of the hash lowbias32 (Wellons 2018, "Prospecting for Hash Functions"), without its last
 * shift, which only reaches the 16 lowest bits.
 */
export const mixing = { firstShift: 16, firstFactor: 0x7feb352d, secondShift: 15, secondFactor: 0x846ca68b };

/** One list of random numbers in one step of one run. */
export interface Stream {
  readonly seed: number;
  readonly step: number;
  /** Which draw of the step. */
  readonly stream: number;
}

/** Rows and columns that hold at least `length` words, about as many of each. */
export function tileOf(length: number): { readonly rows: number; readonly columns: number } {
  const columns = 2 ** Math.floor(Math.log2(Math.max(1, length)) / 2);
  return { rows: Math.ceil(length / columns), columns };
}

/** Random words of 32 bits; the higher a bit, the better. */
export function randomWords({ seed, step, stream }: Stream, length: number): Uint32Array {
  const run = mixed((seed + goldenStep) | 0);
  const start = mixed((mixed((step + run) | 0) + Math.imul(stream, goldenStep)) | 0);
  // A second key between the factors: with one, the keys of all streams would be stretches of the same order.
  const twist = mixed((start + run) | 0);
  const { rows, columns } = tileOf(length);
  const key = (position: number) => mixed((Math.imul(position, goldenStep) + start) | 0, twist);
  const keys = Int32Array.from({ length: 2 * (rows + columns) }, (_, position) => key(position));
  return Uint32Array.from({ length }, (_, position) => {
    const row = Math.floor(position / columns);
    const column = 2 * rows + (position % columns);
    // An odd factor, so that no bit of the other is lost.
    const odd = 2 * keys[rows + row] + 1 + 2 * keys[columns + column];
    const product = Math.imul(keys[row] + keys[column], odd);
    return Math.imul(product, 2 * product + 1);
  });
}

function mixed(word: number, twist = 0): number {
  let mix = word ^ (word >>> mixing.firstShift);
  mix = (Math.imul(mix, mixing.firstFactor) + twist) | 0;
  mix ^= mix >>> mixing.secondShift;
  return Math.imul(mix, mixing.secondFactor);
}
