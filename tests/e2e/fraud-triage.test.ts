/** An analyst's shift without the mouse: who next, fraud or not, undo, and what happens when two meet at one alert. */
import {
  audit,
  type Database,
  type FraudStore,
  fraudStore,
  openAccounts,
  openDatabase,
  startEmbedded,
} from '@praxis/db';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { cookiesOf } from './product-state.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture, signIn, visit } from './visitor.ts';

const count = 60;
/** Above those of any payment that the product decides by itself while it runs. */
const firstId = 7_000_000_000;
const firstCard = 900_000;
const other = { id: 'another-analyst', name: 'Another Analyst' };

let browser: Browser;
let page: Page;
let problems: string[];
let database: Database;
let store: FraudStore;

beforeAll(async () => {
  browser = await openBrowser();
  const { url } = await startEmbedded(inject('home'));
  database = await openDatabase(url);
  store = fraudStore(database);
  await addAlerts();
  ({ page, problems } = await visit(browser));
});
afterAll(async () => {
  await database.close();
  await browser.close();
});
afterEach(() => {
  expect(problems).toEqual([]);
});

/** Payments that no model scored, on cards and terminals of their own, larger than all others: the top of the queue. */
async function addAlerts(): Promise<void> {
  const span = await store.span();
  const timeSeconds = span?.to ?? Math.floor(Date.now() / 1000);
  const payments = Array.from({ length: count }, (_, place) => ({
    id: firstId + place,
    timeSeconds,
    customer: firstCard + place,
    terminal: firstCard + place,
    amountMinor: 90_000_000 - 1_000 * place,
  }));
  await store.setPlaces(
    'terminal',
    payments.map(({ terminal: id }) => ({ id, x: 70, y: 20 })),
  );
  await store.setPlaces(
    'customer',
    payments.map(({ customer: id }) => ({ id, x: 20, y: 60 })),
  );
  let after = { transaction: 0, label: 0 };
  for (;;) {
    const { position, transactions, labels } = await store.tail(after, 50_000);
    if (transactions.length === 0 && labels.length === 0) break;
    after = position;
  }
  await store.append(after, { transactionIds: [], idempotencyKeys: [] }, async () =>
    payments.map((transaction) => ({
      transaction,
      currency: 'EUR',
      simulated: true,
      decision: {
        transactionId: transaction.id,
        idempotencyKey: null,
        requestSha256: '0'.repeat(64),
        answer: 'review',
        score: null,
        expectedLossMinor: transaction.amountMinor,
        model: null,
        failure: 'modelMissing',
        rules: [{ rule: 'manyPayments', asks: 'review', found: 9, from: 8 }],
        reasons: [],
      },
    })),
  );
}

/** Number of the alert on the screen, once it can be decided. */
async function alertInHand(before: number | null = null): Promise<number> {
  const heading = page.locator('header p', { hasText: /^Alert \d+/ });
  await expect
    .poll(async () => numberOf(await heading.textContent().catch(() => null)), { timeout: 20_000 })
    .not.toBe(before);
  await page.getByRole('button', { name: 'Genuine' }).and(page.locator(':enabled')).waitFor();
  return numberOf(await heading.textContent());
}

const numberOf = (text: string | null): number => Number(/Alert (\d+)/.exec(text ?? '')?.[1]);

const verdictOn = async (id: number) => (await store.alert(id))?.verdict ?? null;

test('signing in leads to the queue, the greatest expected loss first, and says that it is simulated', async () => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'analyst@' }).press('Enter');
  await page.waitForURL('**/fraud');
  await page.locator('tbody tr').first().waitFor();
  await expect(page.locator('tbody tr').first().innerText()).resolves.toContain('€900,000');
  await expect(page.locator('main').innerText()).resolves.toContain('Simulated payments');
  await expectAccessible(page);
  await picture(page, 'fraud-queue');
});

test('a new alert appears without a reload and leaves the selection where it is', async () => {
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const selected = page.locator('tbody tr[aria-current="true"]');
  const before = await selected.getByRole('link').getAttribute('href');
  const [first] = await store.open();
  if (!first) throw new Error('the queue is empty');
  // Closed and opened again: it leaves the top of the list and comes back to it.
  expect(
    await store.decide(first.id, other, { verdict: 'genuine', reason: 'travel', note: null }),
  ).toBeNull();
  const top = page.locator(`tbody a[href$="/${first.id}"]`);
  await top.waitFor({ state: 'detached', timeout: 20_000 });
  expect(await store.undo(first.id, other)).toBeNull();
  await top.waitFor({ timeout: 20_000 });
  expect(await selected.getByRole('link').getAttribute('href')).toBe(before);
  await expect(page.locator('tbody tr').first().innerText()).resolves.toContain(other.name);
});

test('fifty alerts are cleared by keyboard alone, the next one there before the server has answered', async () => {
  await page.keyboard.press('n');
  await page.waitForURL(/\/fraud\/alerts\/\d+$/);
  const decided = new Map<number, 'fraud' | 'genuine'>();
  let inHand = await alertInHand();
  await expectAccessible(page);
  await picture(page, 'fraud-alert');
  const slow = /\/verdict$/;
  await page.route(slow, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  let answered = false;
  const answer = page.waitForResponse(slow).then(() => {
    answered = true;
  });
  await page.keyboard.press('f');
  await page.keyboard.press('1');
  decided.set(inHand, 'fraud');
  await page.getByText(`Alert ${inHand}: Fraud. The customer denies it.`).waitFor();
  await expect.poll(() => page.url()).not.toContain(`/alerts/${inHand}`);
  expect(answered).toBe(false);
  await answer;
  await page.unroute(slow);
  inHand = await alertInHand(inHand);
  while (decided.size < 50) {
    const verdict = decided.size % 3 === 0 ? 'fraud' : 'genuine';
    await page.keyboard.press(verdict === 'fraud' ? 'f' : 'g');
    await page.keyboard.press('2');
    decided.set(inHand, verdict);
    inHand = await alertInHand(inHand);
  }
  for (const [id, verdict] of decided) {
    await expect.poll(() => verdictOn(id), { timeout: 20_000 }).toBe(verdict);
  }
}, 300_000);

test('undo takes the last verdict back and shows its alert again', async () => {
  const id = await alertInHand();
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await alertInHand(id);
  await page.keyboard.press('u');
  await page.getByText(`The verdict on alert ${id} was taken back`).waitFor();
  expect(await alertInHand()).toBe(id);
  expect(await verdictOn(id)).toBeNull();
});

test('a verdict on an alert that another person has closed comes back with its note', async () => {
  const id = await alertInHand();
  await page.keyboard.press('m');
  await page.keyboard.type('Called the customer twice');
  await page.keyboard.press('Escape');
  // The claim runs out, and another person is faster.
  await database.pool.query(
    `update fraud_alerts set claimed_until = now() - interval '1 second' where id = $1`,
    [id],
  );
  expect(await store.decide(id, other, { verdict: 'fraud', reason: 'cardLeaked', note: null })).toBeNull();
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await page.getByText(`Your verdict on alert ${id} was not stored`).waitFor();
  await expect(page.locator('main').innerText()).resolves.toContain(
    `${other.name} has closed this alert: Fraud`,
  );
  expect(page.url()).toContain(`/alerts/${id}`);
  await expect(page.getByRole('textbox', { name: /Note/ }).inputValue()).resolves.toBe(
    'Called the customer twice',
  );
  expect(await verdictOn(id)).toBe('fraud');
  await expectAccessible(page);
});

test('the endpoints say in words what they refuse, and every card that is read is audited', async () => {
  const url = inject('url');
  const headers = {
    cookie: await cookiesOf('analyst'),
    origin: url,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  };
  const ask = async (path: string, body?: unknown) => {
    const response = await fetch(`${url}/api/v1/fraud/alerts${path}`, {
      headers,
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer: unknown = response.status === 204 ? null : await response.json();
    return { status: response.status, answer, tag: response.headers.get('etag') };
  };
  const refusal = (status: number, code: string) => ({
    status,
    answer: { error: { code, message: expect.stringMatching(/.{10}/) } },
  });
  const open = await store.open();
  const held = open.find(({ heldBy }) => heldBy?.id === other.id);
  const free = open.find(({ heldBy }) => heldBy === null);
  if (!held || !free) throw new Error('no alert is held by another person, or none is free');
  const given = { verdict: 'fraud', reason: 'cardLeaked', note: null };

  expect(await ask('/999999999')).toMatchObject(refusal(404, 'unknownAlert'));
  expect(await ask('/1.5/claim', {})).toMatchObject(refusal(404, 'unknownAlert'));
  expect(await ask(`/${held.id}/claim`, {})).toMatchObject(refusal(409, 'heldByOther'));
  expect(await ask(`/${held.id}/verdict`, given)).toMatchObject(refusal(409, 'heldByOther'));
  expect(await ask(`/${free.id}/undo`, {})).toMatchObject(refusal(409, 'notClosed'));
  expect(await ask(`/${free.id}/note`, { note: ' ' })).toMatchObject(refusal(422, 'noteEmpty'));
  const unknown = { ...given, reason: 'travel' };
  expect(await ask(`/${free.id}/verdict`, unknown)).toMatchObject(refusal(422, 'reasonUnknown'));
  expect(await ask(`/${free.id}/verdict`, { verdict: 'maybe' })).toMatchObject(refusal(400, 'invalidBody'));
  expect(await store.decide(free.id, other, { ...given, verdict: 'fraud' })).toBeNull();
  expect(await ask(`/${free.id}/verdict`, given)).toMatchObject(refusal(409, 'closedAlready'));
  expect(await ask(`/${free.id}/undo`, {})).toMatchObject(refusal(409, 'notYours'));

  expect(await ask(`/${free.id}`)).toMatchObject({ status: 200, answer: { alert: { id: free.id } } });
  const { rows } = await audit(database).list({ page: 1, pageSize: 20 });
  const read = rows.find(({ action }) => action === 'fraud.alert');
  expect(read).toMatchObject({ role: 'analyst', subjectType: 'card', detail: { alert: free.id } });
  expect(read?.subjectIds).toContain(String(free.customer));
});

test('the keys are listed on ?, mean nothing to the alert behind them, and the focus goes back to where it was', async () => {
  // The one in hand was closed by another person.
  await page.keyboard.press('n');
  const id = await alertInHand();
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? null);
  const before = await focused();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Take the last verdict back').waitFor();
  for (const key of ['g', '1', 'n', 'q']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await focused()).toBe(before);
  expect(await alertInHand()).toBe(id);
  expect(await verdictOn(id)).toBeNull();
});

test('back in the queue, the selection is where it was left', async () => {
  await page.keyboard.press('q');
  await page.waitForURL(/\/fraud$/);
  await page.locator('tbody tr').first().waitFor();
  for (let times = 0; times < 3; times++) await page.keyboard.press('j');
  const selected = page.locator('tbody tr[aria-current="true"]');
  const before = await selected.getByRole('link').textContent();
  await page.keyboard.press('Enter');
  await alertInHand();
  await page.keyboard.press('q');
  await expect.poll(() => selected.getByRole('link').textContent()).toBe(before);
});

test('whoever opens an alert again, and again, is in its record once', async () => {
  await page.locator('tbody tr').first().waitFor();
  await page.keyboard.press('n');
  const id = await alertInHand();
  await page.getByText('You hold this alert until').waitFor();
  const claims = async () => (await store.reviews(id)).filter(({ event }) => event === 'claimed').length;
  const before = await claims();
  for (let times = 0; times < 2; times++) {
    await page.reload();
    await alertInHand();
    await page.getByText('You hold this alert until').waitFor();
  }
  await page.keyboard.press('c');
  // The page has asked once more by now; it says so when the alert is read anew.
  await page.waitForResponse((response) => response.url().endsWith(`/${id}`));
  expect(await claims()).toBe(before);
});

test('two analysts at two browsers: what one holds the other can only read, and is told who holds it', async () => {
  const id = await alertInHand();
  const colleague = { name: 'Bo Second', email: 'bo@bank.example', password: 'a long enough password' };
  const accounts = openAccounts(database, { secret: 'of a test '.repeat(4), url: inject('url'), demo: true });
  expect(await accounts.create({ ...colleague, role: 'analyst' })).toMatchObject({ ok: true });
  const second = await visit(browser);
  await second.page.goto(`/sign-in?to=/fraud/alerts/${id}`);
  await second.page.getByLabel('Email').fill(colleague.email);
  await second.page.getByLabel('Password').fill(colleague.password);
  await second.page.keyboard.press('Enter');
  await second.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await second.page.goto(`/fraud/alerts/${id}`);
  await second.page.getByText('Ana Demo holds this alert until').waitFor();
  for (const key of ['f', '1', 'c']) await second.page.keyboard.press(key);
  await second.page.getByRole('alert').getByText('Ana Demo').waitFor();
  expect(await verdictOn(id)).toBeNull();
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await expect.poll(() => verdictOn(id)).toBe('genuine');
  await second.page.reload();
  await second.page.getByText('Closed as a genuine payment by Ana Demo').waitFor();
  await expectAccessible(second.page);
  expect(second.problems).toEqual([]);
  await second.page.context().close();
});

test('Chinese, dark and at 390 pixels the screens keep their words, their contrast and their width', async () => {
  const phone = await visit(browser, {
    locale: 'zh-CN',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  });
  await signIn(phone.page, 'analyst');
  for (const press of [null, 'n']) {
    if (press !== null) {
      await phone.page.keyboard.press(press);
      await phone.page.waitForURL(/\/fraud\/alerts\/\d+$/);
      await phone.page.getByRole('heading', { name: '是不是欺诈？' }).waitFor();
    }
    expect(await phone.page.locator('main').innerText()).toMatch(/[\u4e00-\u9fff]{2}/);
    await expectNoSidewaysScroll(phone.page);
    await expectAccessible(phone.page);
    await picture(phone.page, `fraud-${press === null ? 'queue' : 'alert'}-zh-dark-390`);
  }
  expect(phone.problems).toEqual([]);
  await phone.page.context().close();
});
