/** The thread that makes exercises: verifying one takes some ten milliseconds that no server may stand still for. */
import { task } from '@praxis/core/pool';
import { generateOne, type Wish } from '../data/generate.ts';

interface Order {
  readonly wish: Wish;
  readonly place: number;
  readonly avoid: readonly string[];
}

export const make = task(({ wish, place, avoid }: Order) => generateOne(wish, place, avoid));
