import { expect, it } from 'vitest';
import { usualAssumptions } from './assumptions.ts';
import { createWorthService, type HeldOutPayment, type Worth } from './worth.ts';

const daySeconds = 86_400;
const start = Date.parse('2026-03-01T00:00:00Z') / 1000;

const payment = (day: number, customer: number, given: Partial<HeldOutPayment> = {}): HeldOutPayment => ({
  timeSeconds: start + day * daySeconds + 3_600 + customer,
  customer,
  amountMinor: 10_000,
  currency: 'EUR',
  simulated: true,
  probability: 0.01,
  fraud: false,
  scenario: null,
  ...given,
});
const fraud = { fraud: true, probability: 0.8, scenario: 'terminal' };

/** Six days, on each a fraud that the model sees among five other cards. */
const payments = Array.from({ length: 6 }, (_, day) => [
  payment(day, 100 + day, fraud),
  ...[1, 2, 3, 4, 5].map((customer) => payment(day, customer)),
])
  .flat()
  .sort((a, b) => a.timeSeconds - b.timeSeconds);

const service = (held: readonly HeldOutPayment[], champion: string | null = 'served') =>
  createWorthService({ champion: async () => champion, heldOut: async () => held });

async function figuresOf(
  held: readonly HeldOutPayment[],
  given = {},
): Promise<Extract<Worth, { kind: 'figures' }>> {
  const worth = await service(held).worth({ ...usualAssumptions, ...given }, null);
  if (worth.kind !== 'figures') throw new Error(worth.kind);
  return worth;
}

it('counts whole days alone, and says what they hold', async () => {
  const { period } = await figuresOf(payments);
  expect(period).toEqual({
    artifact: 'served',
    currency: 'EUR',
    simulated: true,
    fromSeconds: start + daySeconds + 3_601,
    untilSeconds: start + 4 * daySeconds + 3_600 + 104,
    days: 4,
    payments: 24,
    cards: 9,
    frauds: 4,
    lostMinor: 10_000,
  });
});

it('a fraud a day that is found costs one look: 100 less 5', async () => {
  const { figures } = await figuresOf(payments);
  expect(figures.best.value).toEqual({
    reviews: 1,
    precision: 1,
    caughtMinor: 10_000,
    missedMinor: 0,
    netMinor: 9_500,
  });
  expect(figures.scenarios).toMatchObject([{ scenario: 'terminal', frauds: 4, caught: 4 }]);
});

it('where half of a fraud is got back, half is at stake in what is lost, expected and caught', async () => {
  const { period, figures } = await figuresOf(payments, { lossShare: 0.5 });
  expect(period.lostMinor).toBe(5_000);
  expect(figures.best.value.netMinor).toBe(4_500);
  // The expected loss of the fraud is .8 × 50.00: from the next step on nothing would be looked at.
  expect(figures.byThreshold.at(-1)).toMatchObject({ fromMinor: 4_700, reviews: 0 });
});

it('a look that costs more than any fraud is worth nothing, and none is asked for', async () => {
  const { figures } = await figuresOf(payments, { reviewCostMinor: 20_000 });
  expect(figures.best.value).toMatchObject({ reviews: 0, netMinor: 0 });
});

it.each([
  ['no model serves', service([], null), { kind: 'noModel' }],
  ['a model from before scores were kept', service([]), { kind: 'noScores', artifact: 'served' }],
  [
    'amounts of two currencies',
    service(payments.map((one, place) => ({ ...one, currency: place === 20 ? 'USD' : 'EUR' }))),
    { kind: 'severalCurrencies', currencies: ['EUR', 'USD'] },
  ],
] as const)('says why there are no figures: %s', async (_, of, answer) => {
  expect(await of.worth(usualAssumptions, null)).toEqual(answer);
});

it('a single day is better than none', async () => {
  expect((await figuresOf(payments.slice(0, 6))).period).toMatchObject({ days: 1, frauds: 1 });
});

it('a scenario that this version does not know is one that nobody told', async () => {
  const other = payments.map((one) => (one.fraud ? { ...one, scenario: 'new' } : one));
  expect((await figuresOf(other)).figures.scenarios).toMatchObject([{ scenario: null, frauds: 4 }]);
});

it('is asked of a model that does not serve yet, by its name', async () => {
  const of = createWorthService({
    champion: async () => 'served',
    heldOut: async (artifact) => (artifact === 'challenger' ? payments : []),
  });
  expect(await of.worth(usualAssumptions, 'challenger')).toMatchObject({
    period: { artifact: 'challenger' },
  });
  expect(await of.worth(usualAssumptions, 'closed')).toEqual({ kind: 'noScores', artifact: 'closed' });
});
