import { expect, test } from 'vitest';
import { arrivalsByDay } from './arrivals.ts';
import { compromisedTerminals, leakedCards } from './handbook-frauds.ts';
import { simulateDays } from './simulate.ts';
import { simulatedWorld } from './world.ts';

test('two terminals a day are compromised for 28 days each', () => {
  const world = simulatedWorld({ seed: 4 });
  const terminals = compromisedTerminals(world);
  const all = Array.from({ length: world.settings.terminals }, (_, terminal) => terminal);
  let before = new Set<number>();
  const since = new Map<number, number>();
  for (let day = 0; day < 100; day++) {
    terminals.beginDay(day);
    const today = new Set(all.filter(terminals.has));
    const begun = [...today].filter((terminal) => !before.has(terminal));
    // One that is compromised anew before its 28 days are over begins no second time.
    expect(begun.length).toBeLessThanOrEqual(2);
    expect(today.size).toBeLessThanOrEqual(2 * Math.min(day + 1, 28));
    expect(today.size).toBeGreaterThanOrEqual(2 * Math.min(day + 1, 28) - 3);
    for (const terminal of before) {
      if (!today.has(terminal)) expect(day - (since.get(terminal) ?? 0)).toBeGreaterThanOrEqual(28);
    }
    for (const terminal of begun) since.set(terminal, day);
    before = today;
  }
});

test('every payment at a compromised terminal is a fraud, and none elsewhere is labelled so', () => {
  const world = simulatedWorld({ seed: 4, days: 40 });
  const terminals = compromisedTerminals(world);
  let seen = 0;
  for (const { day, transactions } of simulateDays(world)) {
    terminals.beginDay(day);
    for (const { terminal, scenario } of transactions) {
      if (scenario === 'terminal') seen++;
      const holds = terminals.has(terminal)
        ? scenario !== null && scenario !== 'amount'
        : scenario !== 'terminal';
      if (!holds) throw new Error(`day ${day}, terminal ${terminal}: ${scenario}`);
    }
  }
  expect(seen).toBeGreaterThan(0);
});

test('three cards leak a day, and a third of their payments of the two weeks from then on is taken', () => {
  const world = simulatedWorld({ seed: 6 });
  const { paymentsPerDay } = world.customers;
  const { of: arrivalsOf } = arrivalsByDay(world);
  const cards = leakedCards(world, arrivalsOf);
  const days = 200;
  const takenOnDay = Array.from({ length: days }, (_, day) => {
    const places = cards.beginDay(day);
    for (const place of places) expect(place).toBeLessThan(arrivalsOf(day).timeOfDay.length);
    return places.length;
  });
  // After two weeks as many leaks are under way on every day.
  const steady = takenOnDay.slice(14);
  const taken = steady.reduce((sum, count) => sum + count, 0);
  const paid = steady.reduce((sum, _, day) => sum + arrivalsOf(day).timeOfDay.length, 0) / steady.length;
  const paidByLeaked = (3 * 14 * paid) / world.settings.customers;
  // Rounded down from whole thirds: a third of a payment less on average.
  const expected = steady.length * (paidByLeaked / 3 - 1 / 3);
  // Rates are uniform: three cards' payments of 14 days deviate with them, and as Poisson counts do.
  const rateDeviation = Math.max(...paymentsPerDay) / Math.sqrt(12);
  const variance = 3 * (14 * rateDeviation) ** 2 + paidByLeaked;
  expect(Math.abs(taken - expected)).toBeLessThan((5 * Math.sqrt(steady.length * variance)) / 3);
  // On the first day a fourteenth of that is under way.
  expect(takenOnDay[0]).toBeLessThan(taken / steady.length / 2);
});

test('a smaller world has fewer compromised terminals and leaked cards, in proportion', () => {
  const world = simulatedWorld({ seed: 8, customers: 500, terminals: 1_000 });
  const terminals = compromisedTerminals(world);
  let days = 0;
  for (let day = 0; day < 1_000; day++) {
    terminals.beginDay(day);
    for (let terminal = 0; terminal < world.settings.terminals; terminal++)
      if (terminals.has(terminal)) days++;
  }
  // 0.2 a day, 28 days each; five standard deviations of a thousand draws, each worth 28 days.
  const expected = 0.2 * 28 * 1_000;
  expect(Math.abs(days - expected)).toBeLessThan(5 * 28 * Math.sqrt(1_000 * 0.16) + 28 * 28 * 0.2);
});
