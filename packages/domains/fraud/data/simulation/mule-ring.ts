/** Mule rings: cards that take turns at a few terminals within hours, each time for just less than a limit. */
import type { Random } from '@praxis/core';
import { minorUnitsPerUnit } from '../records.ts';
import { between, drawDistinct, wholeBetween } from './draws.ts';
import type { PlannedPayment } from './planned-payment.ts';
import { daySeconds } from './settings.ts';
import type { SimulatedWorld } from './world.ts';

const cards = { fewest: 4, most: 8 } as const;
const sharedTerminals = { fewest: 2, most: 3 } as const;
const sessions = { fewest: 1, most: 2 } as const;
const daysBetweenSessions = { fewest: 1, most: 7 } as const;
const rounds = { fewest: 2, most: 3 } as const;
const hourSeconds = 3_600;
const sessionBegins = { earliest: 8 * hourSeconds, latest: 18 * hourSeconds } as const;
const secondsBetweenRounds = 1.5 * hourSeconds;
/** The payments of one round are spread over this. */
const roundSeconds = hourSeconds;
/** The amount, in whole units of the currency, from which the ring expects to be looked at. */
const limit = 200;
const shareOfLimit = { low: 0.92, high: 0.999 } as const;

/** Payments of one ring that begins on a day. */
export function planMuleRing(world: SimulatedWorld, day: number, random: Random): PlannedPayment[] {
  const { settings, terminals, terminalMap } = world;
  const members = drawDistinct(wholeBetween(cards.fewest, cards.most, random), settings.customers, random);
  const base = random.below(settings.terminals);
  const shared = Array.from(
    { length: wholeBetween(sharedTerminals.fewest, sharedTerminals.most, random) },
    () => terminalMap.drawNear(terminals.x[base], terminals.y[base], random),
  );
  const payments: PlannedPayment[] = [];
  const sessionCount = wholeBetween(sessions.fewest, sessions.most, random);
  let sessionDay = day;
  for (let session = 0; session < sessionCount; session++) {
    const begins = between(sessionBegins.earliest, sessionBegins.latest, random);
    const roundCount = wholeBetween(rounds.fewest, rounds.most, random);
    for (let round = 0; round < roundCount; round++) {
      for (const customer of members) {
        const time = begins + round * secondsBetweenRounds + random.below(roundSeconds);
        payments.push({
          seconds: Math.floor(sessionDay * daySeconds + time),
          customer,
          terminal: shared[random.below(shared.length)],
          amountMinor: Math.round(
            limit * between(shareOfLimit.low, shareOfLimit.high, random) * minorUnitsPerUnit,
          ),
          scenario: 'muleRing',
        });
      }
    }
    sessionDay += wholeBetween(daysBetweenSessions.fewest, daysBetweenSessions.most, random);
  }
  return payments;
}
