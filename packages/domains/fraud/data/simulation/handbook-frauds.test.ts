import { expect, test } from 'vitest';
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
  const { customers } = world.settings;
  // Everybody pays three times on one day and never else: who leaks on it or in the 13 days before loses three.
  const payday = 20;
  const cards = leakedCards(world, (day) => {
    const each = day === payday ? 3 : 0;
    const start = Uint32Array.from({ length: customers + 1 }, (_, customer) => customer * each);
    return { start, timeOfDay: new Uint32Array(customers * each) };
  });
  const taken = Array.from({ length: 40 }, (_, day) => cards.beginDay(day));
  expect(taken.map(({ length }) => length)).toEqual(
    Array.from({ length: 40 }, (_, day) => (day === payday ? 14 * 3 : 0)),
  );
  for (const place of taken[payday]) expect(place).toBeLessThan(3 * customers);
  const victims = new Set(taken[payday].map((place) => Math.floor(place / 3)));
  expect(victims.size).toBeLessThanOrEqual(14 * 3);
  expect(victims.size).toBeGreaterThanOrEqual(14);
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
