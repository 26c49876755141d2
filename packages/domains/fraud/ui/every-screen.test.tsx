import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { readAssumptions } from '../service/assumptions.ts';
import type { Alert, AlertReview, QueueView } from '../service/triage-contract.ts';
import { createWorthService, type HeldOutPayment, type Worth } from '../service/worth.ts';
import { alertOf, caseOf, pastPayment, reviewOf } from '../testing/alerts.ts';
import { heldOutPayments } from '../testing/worth.ts';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { AlertDesk } from './alert/alert-desk.tsx';
import { Capacity } from './capacity/capacity.tsx';
import { Queue } from './queue/queue.tsx';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: () => {} }),
  usePathname: () => '/fraud/alerts/1',
}));

const words = { en, zh };
type Language = keyof typeof words;
const languages: readonly Language[] = ['en', 'zh'];

const me = { id: 'a', name: 'Ana' };
const now = new Date('2026-03-02T10:30:00Z');
const addresses = { alertHref: '/fraud/alerts', api: '/api/v1/fraud/alerts' };

/** A screen as text, tags aside; a word or parameter that is missing throws. */
function shown(language: Language, screen: React.ReactNode): string {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={language}
      timeZone="UTC"
      messages={{ fraud: words[language] }}
      onError={(error) => {
        throw error;
      }}
    >
      {screen}
    </NextIntlClientProvider>,
  );
  return markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

const queueOf = (...cases: readonly (readonly Alert[])[]): QueueView => ({
  cases: cases.map((alerts) => caseOf(...alerts)),
  caseCount: cases.length,
  alertCount: cases.flat().length,
});

const queue = (view: QueueView) => <Queue first={view} me={me} now={now} {...addresses} />;
const desk = (review: AlertReview) => (
  <AlertDesk first={review} queue={queueOf()} me={me} queueHref="/fraud" {...addresses} />
);

const until = new Date('2026-03-02T10:40:00Z');
const held = alertOf(1, { claim: { by: { id: 'b', name: 'Ben' }, until } });
const full = reviewOf(
  alertOf(1, {
    rules: [{ rule: 'farAboveLargest', asks: 'review', found: 6.3, from: 5 }],
    claim: { by: me, until },
  }),
  {
    together: [alertOf(2), alertOf(3, { score: null, failure: 'modelLate', transaction: { customer: 8 } })],
    card: [
      { transaction: alertOf(1).transaction, answer: 'review', score: 0.6, fraud: null, source: null },
      pastPayment(1, 600, 1_000, { fraud: true, source: 'chargeback' }),
      pastPayment(2, 6_000, 2_000, { answer: 'decline', score: 0.95 }),
      ...Array.from({ length: 6 }, (_, place) => pastPayment(10 + place, 90_000 * (place + 1), 1_500)),
    ],
    terminal: [pastPayment(1, 600, 1_000, { fraud: true, source: 'chargeback' })],
    terminals: [
      { id: 70, x: 80, y: 20 },
      { id: 71, x: 22, y: 31 },
    ],
    home: { id: 7, x: 20, y: 30 },
    togetherCount: 23,
    confirmed: { card: 1, terminal: 2 },
    similar: [{ alert: alertOf(9, { verdict: 'genuine', closedAt: now }), similarity: 0.93 }],
    reviews: [
      { id: 1, event: 'claimed', reason: null, note: null, by: me, at: now },
      { id: 2, event: 'fraud', reason: 'cardLeaked', note: 'Called the customer.', by: me, at: now },
      { id: 3, event: 'undone', reason: null, note: null, by: me, at: now },
    ],
  },
);

test.each(languages)('every screen has its words in every state: %s', (language) => {
  for (const screen of [
    queue(queueOf()),
    queue(queueOf([alertOf(1)])),
    queue(queueOf([held, alertOf(2)], [alertOf(3, { score: null, failure: 'modelMissing', reasons: [] })])),
    queue(queueOf([held])),
    desk(full),
    desk(reviewOf(held)),
    desk(
      reviewOf(
        alertOf(1, { reasons: [], score: null, failure: 'modelFailed', model: null, simulated: false }),
      ),
    ),
    desk(reviewOf(alertOf(1, { verdict: 'fraud', closedAt: now }))),
  ]) {
    expect(shown(language, screen)).not.toMatch(/undefined|NaN|Invalid Date|fraud\.screens/);
  }
});

test('the queue says what is at stake, why, since when, who holds it, and that payments are simulated', () => {
  const text = shown('en', queue(queueOf([held, alertOf(2)])));
  for (const part of [
    '2 alerts in 1 case',
    '€511.50',
    '62%',
    '3.1 times their median amount',
    'and 1 more alert of this case',
    '30 minutes',
    'Ben, 1 free',
    'Simulated payments',
  ]) {
    expect(text).toContain(part);
  }
});

test('an empty queue says what will be here', () => {
  expect(shown('en', queue(queueOf()))).toContain('appear here by themselves');
  expect(shown('zh', queue(queueOf()))).toContain('自动出现在这里');
});

test('an alert shows reasons in the customer’s own terms, its past, its place, and what was done', () => {
  const text = shown('en', desk(full));
  for (const part of [
    'You hold this alert until 10:40',
    '3.1 times their median amount',
    '6.3 times the card’s largest payment within 30 days; the rule holds from 5 times',
    'Above what this card usually pays',
    'farther than any other terminal of this card (2.2)',
    'Simulated map',
    '1 fraud known',
    '0 of 1 similar alert of the past turned out to be fraud',
    'Other open alerts of this case (23)',
    'The 2 closest are listed',
    '1 other payment of this card within 7 days called fraud by an analyst',
    '2 other payments at this terminal within 7 days called fraud by an analyst',
    'same card and terminal',
    'same terminal',
    'Ana: fraud. The card was leaked',
    'Called the customer.',
  ]) {
    expect(text).toContain(part);
  }
});

test('an alert that another person holds or closed says who, and offers no verdict', () => {
  const other = desk(reviewOf(held));
  expect(shown('en', other)).toContain('Ben holds this alert until 10:40');
  const closed = reviewOf(alertOf(1, { verdict: 'genuine', closedAt: now }), {
    reviews: [
      { id: 1, event: 'genuine', reason: 'travel', note: null, by: { id: 'b', name: 'Ben' }, at: now },
    ],
  });
  const text = shown('en', desk(closed));
  expect(text).toContain('Closed as a genuine payment by Ben');
  expect(text).not.toContain('Undo');
  const own = { ...closed, reviews: closed.reviews.map((review) => ({ ...review, by: me })) };
  expect(shown('en', desk(own))).toContain('Undo');
});

const worthOf = (held: readonly HeldOutPayment[], asked: Parameters<typeof readAssumptions>[0] = {}) =>
  createWorthService({ champion: async () => 'a'.repeat(64), heldOut: async () => held }).worth(
    readAssumptions(asked).assumptions,
    null,
  );
const capacity = (worth: Worth, asked: Parameters<typeof readAssumptions>[0] = {}) => (
  <Capacity
    worth={worth}
    asked={readAssumptions(asked)}
    models={[
      { artifact: 'a'.repeat(64), state: 'champion' },
      { artifact: 'b'.repeat(64), state: 'challenger' },
      { artifact: 'c'.repeat(64), state: 'previous' },
    ]}
    presentMinor={500}
    action="/fraud/capacity"
    trainingHref="/training"
  />
);

test.each(languages)('the capacity screen has its words in every state: %s', async (language) => {
  const payments = heldOutPayments();
  const dear = { cost: '10000' };
  for (const screen of [
    capacity({ kind: 'noModel' }),
    capacity({ kind: 'noScores', artifact: 'a'.repeat(64) }),
    capacity({ kind: 'severalCurrencies', currencies: ['EUR', 'USD'] }),
    capacity(await worthOf(payments)),
    capacity(await worthOf(payments, { cards: '3' }), { cards: '3', analyst: '1' }),
    capacity(await worthOf(payments, dear), dear),
    capacity(await worthOf(payments), { cards: 'x', cost: 'x', analyst: 'x', loss: 'x' }),
    capacity(await worthOf(heldOutPayments({ simulated: false, scenario: null }))),
    capacity(await worthOf(heldOutPayments({ fraud: false, scenario: null }))),
    capacity(await worthOf(heldOutPayments({ fraud: true, scenario: 'amount', probability: 1 }))),
  ]) {
    expect(shown(language, screen)).not.toMatch(
      /undefined|NaN|Infinity|Invalid Date|fraud\.capacity|-€?0[^.\d]/,
    );
  }
});

test('the capacity screen says the answer first, what it is counted from, and that payments are simulated', async () => {
  const asked = { cards: '5', analyst: '2' };
  const text = shown('en', capacity(await worthOf(heldOutPayments(), asked), asked));
  const parts = [
    'What is a review worth?',
    'Review every card whose expected loss reaches €',
    'of these cards hold a fraud',
    'Net value is greatest from an expected loss of €',
    'one more analyst, 2 cards a day',
    'Of 5 cards reviewed a day',
    'Blind spot:',
    'Simulated payments',
    'Counted from 640 payments of 80 cards on 8 days,',
    'come from a simulator',
  ];
  const places = parts.map((part) => text.toLowerCase().indexOf(part.toLowerCase()));
  expect(
    places.every((place) => place >= 0),
    `${places} ${text}`,
  ).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a field that cannot be meant says what it may hold, and what the figures are for instead', async () => {
  const text = shown('en', capacity(await worthOf(heldOutPayments()), { cards: 'many' }));
  expect(text).toContain('A whole number from 1 to 10,000. The figures are for 100.');
});
