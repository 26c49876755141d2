import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { farthestBelievable, largestDistance, normalBelow } from '../../testing/distribution.ts';
import { readTransactions } from '../read.ts';
import type { LabelledTransaction } from '../records.ts';
import { daySeconds } from './settings.ts';
import { simulateDays } from './simulate.ts';
import { simulatedWorld } from './world.ts';

const reference = new URL(
  '../../../../../../shared/data/reference/fraud/handbook-transactions-to-2018-08-21.csv.gz',
  import.meta.url,
);
const referenceIsHere = existsSync(reference);
const skipped = referenceIsHere ? '' : ' (skipped: reference data not here)';

/** The file's first days: who the customers are makes worlds differ, not how long they are watched. */
const days = 45;
const worlds = 12;
/** Two-sided, of Student's t with 11 degrees of freedom, at 0.001: the comparison is one of some twenty. */
const tQuantile = 4.437;

/** What a history is like, in figures that hold for any history of as many days. */
function figuresOf(
  batches: Iterable<readonly LabelledTransaction[]>,
  startSeconds: number,
): Map<string, number> {
  const scenarios = new Map<string | null, number>();
  const paymentsOnDay = new Float64Array(days);
  const genuineOfAmount = new Uint32Array(22_001);
  const leaked: number[] = [];
  const pairs = new Set<number>();
  const customers = new Set<number>();
  let genuine = 0;
  let hours = 0;
  const add = ({ timeSeconds, customer, terminal, amountMinor, scenario }: LabelledTransaction) => {
    const seconds = timeSeconds - startSeconds;
    paymentsOnDay[Math.floor(seconds / daySeconds)]++;
    hours += ((seconds % daySeconds) / 3600 - 12) ** 2;
    scenarios.set(scenario, (scenarios.get(scenario) ?? 0) + 1);
    customers.add(customer);
    // Enough to tell at how many terminals a customer pays.
    if (customer < 500) pairs.add(customer * 100_000 + terminal);
    if (scenario === 'leakedCard') leaked.push(amountMinor);
    if (scenario === null) {
      genuineOfAmount[amountMinor]++;
      genuine++;
    }
  };
  for (const batch of batches) for (const transaction of batch) add(transaction);
  const all = paymentsOnDay.reduce((sum, count) => sum + count, 0);
  const mean = all / days;
  const variance = paymentsOnDay.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (days - 1);
  const figures = new Map([
    ['payments a day', mean],
    ['variance of payments a day over their mean', variance / mean],
    ['customers who pay', customers.size],
    ['terminals of five hundred customers', pairs.size],
    ['hours from noon, squared', hours / all],
    ['prevalence', 1 - genuine / all],
  ]);
  for (const scenario of ['amount', 'terminal', 'leakedCard']) {
    figures.set(`frauds of ${scenario}`, scenarios.get(scenario) ?? 0);
  }
  leaked.sort((one, other) => one - other);
  for (const share of [0.1, 0.25, 0.5, 0.75, 0.9, 0.99]) {
    let amount = 0;
    for (let below = 0; below < share * genuine; amount++) below += genuineOfAmount[amount];
    figures.set(`genuine amount, quantile ${share}`, amount);
    if (share >= 0.25 && share <= 0.75) {
      figures.set(`amount with a leaked card, quantile ${share}`, leaked[Math.floor(share * leaked.length)]);
    }
  }
  return figures;
}

function* simulatedBatches(seed: number): Generator<readonly LabelledTransaction[]> {
  const world = simulatedWorld({ seed, days, handbookOnly: true });
  for (const { transactions } of simulateDays(world)) yield transactions;
}

test.skipIf(!referenceIsHere)(
  `without the added schemes, the handbook’s own file is a world as any other: counts, prevalence, scenarios, amounts, hours${skipped}`,
  async () => {
    const read = await readTransactions(fileURLToPath(reference));
    if (!read.ok) throw new Error(read.error.message);
    const { transactions } = read.value;
    const { startSeconds } = simulatedWorld({ customers: 1, terminals: 1 });
    const end = startSeconds + days * daySeconds;
    const handbook = figuresOf([transactions.filter(({ timeSeconds }) => timeSeconds < end)], startSeconds);
    const simulated = Array.from({ length: worlds }, (_, seed) =>
      figuresOf(simulatedBatches(seed), startSeconds),
    );

    const strange: string[] = [];
    for (const [name, value] of handbook) {
      const values = simulated.map((figures) => figures.get(name) ?? Number.NaN);
      const mean = values.reduce((sum, other) => sum + other, 0) / worlds;
      const deviation = Math.sqrt(values.reduce((sum, other) => sum + (other - mean) ** 2, 0) / (worlds - 1));
      // Where one more world of the same making lies.
      const bound = tQuantile * deviation * Math.sqrt(1 + 1 / worlds);
      if (!(Math.abs(value - mean) <= bound)) strange.push(`${name}: ${value}, expected ${mean} ± ${bound}`);
    }
    expect(strange).toEqual([]);

    // The hours do not depend on who pays, so the file's are held against the distribution itself.
    const z = (time: number) => (time - daySeconds / 2) / 20_000;
    const [first, last] = [normalBelow(z(1)), normalBelow(z(daySeconds))];
    const times = transactions
      .filter(({ id }) => id % 10 === 0)
      .map(({ timeSeconds }) => (timeSeconds - startSeconds) % daySeconds);
    const earlier = (time: number) => (normalBelow(z(time + 0.5)) - first) / (last - first);
    expect(largestDistance(times, earlier)).toBeLessThan(farthestBelievable(times.length));
  },
  // Five million payments beside the file's, on a machine that may have other work.
  300_000,
);
