/** Made-up held-out payments whose worth can be counted, for tests of screens. */
import { createRandom } from '@praxis/core';
import { scenarios } from '../data/records.ts';
import type { HeldOutPayment } from '../service/worth.ts';

const daySeconds = 86_400;

/**
 * Ten days of 80 cards with one payment a day each; one in fifteen is fraud, and the score knows something of it.
 *
 * @param given holds for every payment
 */
export function heldOutPayments(given: Partial<HeldOutPayment> = {}): readonly HeldOutPayment[] {
  const random = createRandom(6);
  const start = Date.parse('2026-03-01T00:00:00Z') / 1000;
  return Array.from({ length: 10 * 80 }, (_, row) => {
    const fraud = random.uniform() < 1 / 15;
    return {
      timeSeconds: start + Math.floor(row / 80) * daySeconds + (row % 80) * 600,
      customer: row % 80,
      amountMinor: 500 + random.below(20_000),
      currency: 'EUR',
      simulated: true,
      probability: 1 / (1 + Math.exp(3 - (fraud ? 3 : 0) - random.normal())),
      fraud,
      scenario: fraud ? scenarios[random.below(scenarios.length)] : null,
      ...given,
    };
  });
}
