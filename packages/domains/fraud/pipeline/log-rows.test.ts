import { expect, it } from 'vitest';
import type { Transaction } from '../data/records.ts';
import { simulateDays } from '../data/simulation/simulate.ts';
import { simulatedWorld } from '../data/simulation/world.ts';
import { features } from '../features/definitions.ts';
import type { Label } from '../service/store.ts';
import { MemoryLog } from '../testing/memory-log.ts';
import { logRows } from './log-rows.ts';

const daySeconds = 86_400;
const payments = [
  ...simulateDays(simulatedWorld({ seed: 3, customers: 60, terminals: 120, days: 40 })),
].flatMap(({ transactions }) => transactions);
const last = payments.at(-1)?.timeSeconds ?? 0;
const signal = new AbortController().signal;

const chargeback = ({ id, timeSeconds }: Transaction): Label => ({
  transactionId: id,
  fraud: true,
  source: 'chargeback',
  scenario: null,
  knownAtSeconds: timeSeconds + 7 * daySeconds,
});

function logOf(transactions: readonly Transaction[], labels: readonly Label[]): MemoryLog {
  const log = new MemoryLog();
  log.transactions.push(...transactions);
  for (const label of labels) log.say(label);
  return log;
}
const frauds = payments.filter(({ fraud }) => fraud);

it('holds the payments of the last days whose truth is known, with what they turned out to be', async () => {
  const rows = await logRows(logOf(payments, frauds.map(chargeback)), 14, signal);
  const expected = payments.filter(
    ({ timeSeconds }) => timeSeconds > last - 21 * daySeconds && timeSeconds <= last - 7 * daySeconds,
  );
  expect(rows.rows).toBe(expected.length);
  expect([...rows.transactionIds]).toEqual(expected.map(({ id }) => id));
  expect([...rows.times]).toEqual(expected.map(({ timeSeconds }) => timeSeconds));
  expect([...rows.labels]).toEqual(expected.map(({ fraud }) => Number(fraud)));
  expect(rows.labels.reduce((sum, label) => sum + label, 0)).toBeGreaterThan(0);
  expect(rows.payments).toBe(payments.length);
});

it('takes back a fraud that a person found to be genuine', async () => {
  const [first, ...rest] = frauds.filter(({ timeSeconds }) => timeSeconds > last - 20 * daySeconds);
  if (!first) throw new Error('the simulated weeks hold no fraud');
  const verdict: Label = { ...chargeback(first), fraud: false, source: 'verdict' };
  const log = logOf(payments, [...frauds, ...rest].map(chargeback).concat(verdict));
  const rows = await logRows(log, 14, signal);
  const position = [...rows.times].indexOf(first.timeSeconds);
  expect(rows.labels[position]).toBe(0);
});

it('has no future in a row: later payments and labels change nothing before them', async () => {
  const log = logOf(payments, frauds.map(chargeback));
  const before = await logRows(log, 14, signal);
  const moment = last - 14 * daySeconds;
  const corrupt = payments.map((one) =>
    one.timeSeconds <= moment ? one : { ...one, amountMinor: 999_999, customer: 0, terminal: 0 },
  );
  // What is known by the moment of each row stays; everything else is turned around.
  const known = frauds.filter(({ timeSeconds }) => timeSeconds + 7 * daySeconds <= moment);
  const unknown = payments.filter(({ timeSeconds }) => timeSeconds + 7 * daySeconds > moment);
  const after = await logRows(logOf(corrupt, [...known, ...unknown].map(chargeback)), 14, signal);
  const rows = before.times.findLastIndex((time) => time <= moment) + 1;
  expect(rows).toBeGreaterThan(100);
  const values = (of: typeof before) => of.values.subarray(0, rows * features.length);
  expect(values(after)).toEqual(values(before));
});

it('gives a hash of what was read, another one for another label', async () => {
  const hash = async (labels: readonly Label[]) =>
    (await logRows(logOf(payments, labels), 14, signal)).sha256;
  const all = frauds.map(chargeback);
  expect(await hash(all)).toBe(await hash(all));
  expect(await hash(all)).not.toBe(await hash(all.slice(1)));
});
