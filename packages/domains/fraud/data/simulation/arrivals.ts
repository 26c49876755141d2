/** When people pay: how many payments each customer makes on a day, and at which second. */
import { dayRandom } from './draws.ts';
import { daySeconds } from './settings.ts';
import type { SimulatedWorld } from './world.ts';

/** The handbook's hours: around noon, and what falls outside of the day does not take place. */
const deviationSeconds = 20_000;

/** Payments of a day, customer by customer; those of customer c are from start[c] to start[c + 1]. */
export interface Arrivals {
  readonly start: Uint32Array;
  /** Seconds since midnight. */
  readonly timeOfDay: Uint32Array;
}

/** The same answer for a day whenever it is asked for. */
export type ArrivalsOfDay = (day: number) => Arrivals;

/** The days ahead are drawn once, though leaked cards look two weeks ahead. */
export function arrivalsByDay(world: SimulatedWorld): {
  readonly of: ArrivalsOfDay;
  forget(day: number): void;
} {
  const drawn = new Map<number, Arrivals>();
  return {
    of(day) {
      const known = drawn.get(day) ?? arrivals(world, day);
      drawn.set(day, known);
      return known;
    },
    forget: (day) => drawn.delete(day),
  };
}

function arrivals({ settings, customers }: SimulatedWorld, day: number): Arrivals {
  const random = dayRandom(settings.seed, 'arrivals', day);
  const start = new Uint32Array(settings.customers + 1);
  const times: number[] = [];
  for (let customer = 0; customer < settings.customers; customer++) {
    const meant = random.poisson(customers.paymentsPerDay[customer]);
    for (let payment = 0; payment < meant; payment++) {
      const time = Math.trunc(daySeconds / 2 + deviationSeconds * random.normal());
      if (time > 0 && time < daySeconds) times.push(time);
    }
    start[customer + 1] = times.length;
  }
  return { start, timeOfDay: Uint32Array.from(times) };
}
