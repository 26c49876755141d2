/** Seeded random numbers: the same seed gives the same numbers on every machine. */

export interface Random {
  /** Uniform in [0, 1), 32 random bits. */
  uniform(): number;
  /** Whole number in [0, bound). */
  below(bound: number): number;
  /** Standard normal. */
  normal(): number;
  /** Poisson; with mean 1, as it is without a word, how often a row enters one bootstrap resample. Takes mean + 1 draws. */
  poisson(mean?: number): number;
}

/**
 * Small fast chaotic generator (sfc32 of PractRand, Doty-Humphrey 2010). `stream` gives independent generators
 * under one seed, so that a step that draws more leaves every other step's numbers as they were.
 */
export function createRandom(seed: number, stream = 0): Random {
  let a = 0x9e3779b9 ^ stream;
  let b = seed | 0;
  let c = Math.floor(seed / 2 ** 32) | 0;
  let counter = 1;

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  // Twenty rounds mix neighbouring seeds apart.
  for (let round = 0; round < 20; round++) next();

  const uniform = () => next() / 2 ** 32;
  return {
    uniform,
    below: (bound) => Math.floor(uniform() * bound),
    // Box and Muller; 1 − u keeps the logarithm away from 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    poisson: (mean = 1) => {
      // Knuth: the product of uniforms falls below e^-mean after 1 + Poisson(mean) factors.
      const limit = Math.exp(-mean);
      let product = uniform();
      let count = 0;
      while (product > limit) {
        product *= uniform();
        count++;
      }
      return count;
    },
  };
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle(values: Int32Array, random: Random): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const held = values[last];
    values[last] = values[other];
    values[other] = held;
  }
}
