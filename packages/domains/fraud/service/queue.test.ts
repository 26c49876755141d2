import { expect, it } from 'vitest';
import { alertOf } from '../testing/alerts.ts';
import { queueOf } from './queue.ts';
import type { OpenAlert } from './triage-store.ts';

const opened = new Date('2026-03-02T10:00:00Z');
const open = (
  id: number,
  customer: number,
  lossMinor: number,
  given: Partial<OpenAlert> = {},
): OpenAlert => ({
  id,
  customer,
  terminal: 1000 + id,
  expectedLossMinor: lossMinor,
  openedAt: new Date(opened.getTime() + 1000 * id),
  heldBy: null,
  ...given,
});
const read = async (ids: readonly number[]) => ids.map((id) => alertOf(id));
const fallingLoss = (a: OpenAlert, b: OpenAlert) => b.expectedLossMinor - a.expectedLossMinor;

it('counts every open alert and case, however many there are, and lists the cases of the greatest loss', async () => {
  const alerts = Array.from({ length: 2_000 }, (_, place) => open(place + 1, place, 100_000 - place));
  const asked: number[] = [];
  const queue = await queueOf(alerts, (ids) => {
    asked.push(...ids);
    return read(ids);
  });
  expect(queue).toMatchObject({ alertCount: 2_000, caseCount: 2_000 });
  expect(queue.cases.map(({ firstId }) => firstId)).toEqual(asked);
  expect(asked).toEqual(Array.from({ length: 50 }, (_, place) => place + 1));
});

it('puts many small alerts of one card before a larger single one, and says what they are together', async () => {
  const ben = { id: 'b', name: 'Ben' };
  const many = Array.from({ length: 30 }, (_, place) => open(place + 2, 7, 400));
  const [small, large] = [{ ...many[0], heldBy: ben }, open(1, 8, 10_000)];
  const queue = await queueOf([small, ...many.slice(1), large].toSorted(fallingLoss), read);
  expect(queue).toMatchObject({ alertCount: 31, caseCount: 2 });
  expect(queue.cases[0]).toMatchObject({
    firstId: 2,
    alertCount: 30,
    expectedLossMinor: 12_000,
    cardCount: 1,
    terminalCount: 30,
    waitsSince: small.openedAt,
    holders: [ben],
  });
  expect(queue.cases[0].alerts).toHaveLength(20);
  expect(queue.cases[1].alerts.map(({ id }) => id)).toEqual([1]);
});

it('leaves out an alert that was closed while the queue was read', async () => {
  const queue = await queueOf([open(1, 1, 500), open(2, 2, 400)], async () => [
    alertOf(1, { verdict: 'fraud', closedAt: opened }),
    alertOf(2),
  ]);
  expect(queue.cases.map(({ firstId }) => firstId)).toEqual([2]);
});
