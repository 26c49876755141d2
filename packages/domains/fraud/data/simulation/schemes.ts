/** The fraud schemes that the handbook lacks: when each begins, and what its payments add to a day. */
import type { Random } from '@praxis/core';
import { planAccountTakeover } from './account-takeover.ts';
import { dayRandom, drawCount } from './draws.ts';
import { planMerchantCollusion } from './merchant-collusion.ts';
import { planMuleRing } from './mule-ring.ts';
import type { PlannedPayment } from './planned-payment.ts';
import { daySeconds, handbookWorld } from './settings.ts';
import type { SimulatedWorld } from './world.ts';

interface Scheme {
  readonly part: 'accountTakeover' | 'muleRing' | 'merchantCollusion';
  /** How many begin on a day in a world of the handbook's size: few, so that prevalence stays near the handbook's. */
  readonly beginADay: number;
  readonly plan: (world: SimulatedWorld, day: number, random: Random) => readonly PlannedPayment[];
}

const schemes: readonly Scheme[] = [
  { part: 'accountTakeover', beginADay: 0.2, plan: planAccountTakeover },
  { part: 'muleRing', beginADay: 0.07, plan: planMuleRing },
  { part: 'merchantCollusion', beginADay: 0.06, plan: planMerchantCollusion },
];

export interface Schemes {
  /**
   * Days are begun in their order.
   *
   * @returns the schemes' payments of the day
   */
  beginDay(day: number): readonly PlannedPayment[];
}

export function fraudSchemes(world: SimulatedWorld): Schemes {
  const { seed, customers, handbookOnly } = world.settings;
  const planned = new Map<number, PlannedPayment[]>();
  return {
    beginDay(day) {
      for (const { part, beginADay, plan } of handbookOnly ? [] : schemes) {
        const random = dayRandom(seed, part, day);
        const count = drawCount((beginADay * customers) / handbookWorld.customers, random);
        for (let scheme = 0; scheme < count; scheme++) {
          for (const payment of plan(world, day, random)) {
            const on = Math.floor(payment.seconds / daySeconds);
            const ofDay = planned.get(on) ?? [];
            ofDay.push(payment);
            planned.set(on, ofDay);
          }
        }
      }
      const today = planned.get(day) ?? [];
      planned.delete(day);
      return today;
    },
  };
}
