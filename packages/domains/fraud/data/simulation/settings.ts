/** What may be chosen of a simulated world; without a word it is the Fraud Detection Handbook's. */
import { z } from 'zod';

/** How many frauds begin a day is told for a world of this size, and grows with the world. */
export const handbookWorld = { customers: 5_000, terminals: 10_000, days: 183, start: '2018-04-01' } as const;

export const largestWorld = { customers: 1_000_000, terminals: 1_000_000, days: 3_660 } as const;

const counted = (name: keyof typeof largestWorld) =>
  z.int().min(1).max(largestWorld[name]).default(handbookWorld[name]);

export const simulationSettings = z.strictObject({
  seed: z.int().min(0).default(0),
  customers: counted('customers'),
  terminals: counted('terminals'),
  days: counted('days'),
  /** First day, from midnight UTC. */
  start: z.iso.date().default(handbookWorld.start),
  /** Leaves out account takeovers, mule rings and merchant collusion. */
  handbookOnly: z.boolean().default(false),
});

export type SimulationSettings = z.output<typeof simulationSettings>;

export const daySeconds = 86_400;
