/** `npm run bench:simulate`: how many payments a second are simulated, in the order of time, as records. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  handbookWorld,
  largestWorld,
  simulateDays,
  simulatedWorld,
} from '../../packages/domains/fraud/index.ts';

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: String(handbookWorld.customers) },
    terminals: { type: 'string', default: String(handbookWorld.terminals) },
    days: { type: 'string', default: String(handbookWorld.days) },
    rounds: { type: 'string', default: '5' },
  },
});
const whole = (most: number) => z.coerce.number().int().min(1).max(most);
const { rounds, ...size } = z
  .object({
    customers: whole(largestWorld.customers),
    terminals: whole(largestWorld.terminals),
    days: whole(largestWorld.days),
    rounds: whole(1_000),
  })
  .parse(values);

interface Round {
  readonly transactions: number;
  readonly frauds: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** World and all its days; every record is looked at, and every day let go. */
function simulate(seed: number): Round {
  const began = performance.now();
  const used = process.cpuUsage();
  let transactions = 0;
  let frauds = 0;
  for (const day of simulateDays(simulatedWorld({ ...size, seed }))) {
    transactions += day.transactions.length;
    for (const { fraud } of day.transactions) if (fraud) frauds++;
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  return { transactions, frauds, seconds, cpuSeconds: (user + system) / 1e6 };
}

const runs = Array.from({ length: rounds }, (_, round) => simulate(round)).sort(
  (one, other) => one.transactions / one.seconds - other.transactions / other.seconds,
);
const median = runs[Math.floor(runs.length / 2)];
console.log(
  JSON.stringify({
    ...size,
    rounds,
    // The median round by its rate.
    transactions: median.transactions,
    prevalence: median.frauds / median.transactions,
    seconds: median.seconds,
    perSecond: Math.round(median.transactions / median.seconds),
    // The processor's own time tells how busy the machine was.
    perCpuSecond: Math.round(median.transactions / median.cpuSeconds),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
