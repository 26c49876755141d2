/** Random numbers that nobody can foresee: who could, could take the noise off again. */
import { webcrypto } from 'node:crypto';
import { createRandom } from '../../random.ts';

/** Uniform in [0, 1). */
export type Uniform = () => number;

/** From the operating system's cryptographic generator, 53 random bits each. */
export function secretUniform(): Uniform {
  const words = new Uint32Array(16_384);
  let next = words.length;
  return () => {
    if (next === words.length) {
      webcrypto.getRandomValues(words);
      next = 0;
    }
    const high = words[next++] >>> 5;
    const low = words[next++] >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}

/** For tests alone: whoever knows the seed knows the noise. */
export function seededUniform(seed: number): Uniform {
  return createRandom(seed).uniform;
}

/**
 * Standard normal (Box and Muller), as half the sum of four: the last bits of a single one would tell which of the few
 * numbers that a computer can hold it came from, and so what it was added to (Mironov 2012; Holohan and Braghin 2021).
 */
export function normal(uniform: Uniform): number {
  let sum = 0;
  for (let draw = 0; draw < 4; draw++) {
    // 1 − u keeps the logarithm away from 0.
    sum += Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  }
  return sum / 2;
}
