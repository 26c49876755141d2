import { expect, test } from 'vitest';
import type { LabelledTransaction } from '../data/records.ts';
import { daySeconds } from '../features/windows.ts';
import { dayRisks } from './day-risk.ts';

const payment = (day: number, customer: number): LabelledTransaction => ({
  id: 0,
  timeSeconds: day * daySeconds,
  customer,
  terminal: 1,
  amountMinor: 100,
  fraud: false,
  scenario: null,
});
const logOdds = (probability: number) => Math.log(probability / (1 - probability));

test('worked by hand: quiet payments of a card add up within a day, a loud one keeps to itself, other cards and days do not', () => {
  const payments = [payment(0, 1), payment(0, 2), payment(0, 1), payment(0, 1), payment(0, 1), payment(1, 1)];
  const own = [0.004, 0.001, 0.5, 0.002, 0.003, 0.001];
  const risks = dayRisks(payments, Float64Array.from(own, logOdds));
  const expected = [0.004, 0.001, 1 - 0.996 * 0.5, 1 - 0.996 * 0.998, 1 - 0.996 * 0.998 * 0.997, 0.001];
  for (const [row, risk] of expected.entries()) expect(risks[row]).toBeCloseTo(risk, 12);
});
