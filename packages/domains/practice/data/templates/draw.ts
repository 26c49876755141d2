/** Draws that templates make. */
import type { Random } from '@praxis/core/random';

export interface Draw {
  /** Whole number from `low` to `high`, both among them. */
  whole(low: number, high: number): number;
  /** The same without 0. */
  nonzero(low: number, high: number): number;
  /** True with the probability given, else half of the time. */
  chance(probability?: number): boolean;
  /** One of these, every one as likely. */
  pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
  /** Different whole numbers from `low` to `high`, in the order drawn. */
  distinct(count: number, low: number, high: number): number[];
}

export function drawFrom(random: Random): Draw {
  const whole = (low: number, high: number) => low + random.below(high - low + 1);
  return {
    whole,
    nonzero: (low, high) => {
      for (;;) {
        const drawn = whole(low, high);
        if (drawn !== 0) return drawn;
      }
    },
    chance: (probability = 0.5) => random.uniform() < probability,
    pick: (choices) => choices[random.below(choices.length)] ?? choices[0],
    distinct: (count, low, high) => {
      const drawn = new Set<number>();
      while (drawn.size < Math.min(count, high - low + 1)) drawn.add(whole(low, high));
      return [...drawn];
    },
  };
}
