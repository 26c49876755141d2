import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Alert, AlertReview, QueueView } from '../service/triage-contract.ts';
import { alertOf, caseOf, pastPayment, reviewOf } from '../testing/alerts.ts';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { AlertDesk } from './alert/alert-desk.tsx';
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
    '3.1 times their usual amount',
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
    '3.1 times their usual amount',
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
  expect(shown('en', desk(closed))).toContain('Closed as a genuine payment by Ben');
});
