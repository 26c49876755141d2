/** A lead asks what reviews are worth: the answer, its pictures and their numbers, by keyboard, and who may not ask. */
import { audit, type Database, openDatabase, startEmbedded } from '@praxis/db';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { cookiesOf, trainingRuns } from './product-state.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture, signIn, visit } from './visitor.ts';

const address = '/fraud/capacity';

let browser: Browser;
let page: Page;
let problems: string[];
let database: Database;

beforeAll(async () => {
  const cookie = await cookiesOf('administrator');
  await vi.waitFor(
    async () => {
      const runs = await trainingRuns(cookie, inject('url'), 'fraud');
      expect(runs.map(({ status }) => status)).toContain('succeeded');
    },
    { timeout: 900_000, interval: 1_000 },
  );
  database = await openDatabase((await startEmbedded(inject('home'))).url);
  browser = await openBrowser();
  ({ page, problems } = await visit(browser));
  await signIn(page, 'analyst');
}, 910_000);
afterAll(async () => {
  await database.close();
  await browser.close();
});
afterEach(() => {
  expect(problems).toEqual([]);
});

const mainText = () => page.locator('main').innerText();

test('the answer comes first, then four pictures, and all of it says that it is simulated', async () => {
  await page.getByRole('link', { name: 'Capacity' }).click();
  await page.getByRole('heading', { name: 'What is a review worth?' }).waitFor();
  const text = await mainText();
  expect(text).toMatch(/Review every card whose expected loss reaches €[\d,.]+: that brings €[\d,]+ a day/);
  expect(text).toMatch(/95 % interval €[\d,]+ to €[\d,]+/);
  expect(text).toMatch(
    /Of 100 cards reviewed a day, [\d.]+ hold a fraud; a perfect ranker would find [\d.]+/,
  );
  expect(text).toMatch(/Blind spot: [A-Z]/);
  expect(text).toContain('Simulated payments');
  expect(await page.locator('main figure svg[data-chart]').count()).toBeGreaterThanOrEqual(4);
  await expectAccessible(page);
  await picture(page, 'fraud-capacity', true);
});

test('other assumptions are typed without the mouse, and stand in an address that shows a colleague the same', async () => {
  await page.keyboard.press('/');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('cards');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('10');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2.5');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('cards') === '10');
  await page.getByText('Of 10 cards reviewed a day').waitFor();
  await expect.poll(mainText).toContain('after €2.50 for each review');
  const shown = await page.locator('main').innerText();
  await page.goto(page.url());
  await page.getByText('Of 10 cards reviewed a day').waitFor();
  expect(await mainText()).toBe(shown);
});

test('an address that cannot be meant is answered as usual, and says so', async () => {
  await page.goto(`${address}?cards=many&loss=-5`);
  await page.getByText('The figures are for 100.').first().waitFor();
  await expect(page.getByLabel('Cards reviewed a day').inputValue()).resolves.toBe('');
  await expect.poll(mainText).toContain('Of 100 cards reviewed a day');
  await expectAccessible(page);
});

test('a picture’s numbers are one press away, and can be taken along', async () => {
  await page.goto(address);
  const figure = page.locator('figure', { hasText: 'Blind spot' });
  await figure.locator('summary').press('Enter');
  await figure.getByRole('columnheader', { name: 'Scenario' }).waitFor();
  await expect(figure.getByRole('table').innerText()).resolves.toMatch(/Leaked cards/);
  const downloading = page.waitForEvent('download');
  await figure.getByRole('button', { name: /CSV/ }).press('Enter');
  expect((await downloading).suggestedFilename()).toBe('missed-by-scenario.csv');
});

test('the training page leads from a model to what it is worth', async () => {
  await page.goto('/training?vertical=fraud');
  await page.getByRole('link', { name: 'what it is worth' }).first().press('Enter');
  await page.waitForURL(/\/fraud\/capacity\?model=[0-9a-f]{64}$/);
  await page.getByText('Of 100 cards reviewed a day').waitFor();
  const asked = new URL(page.url()).searchParams.get('model') ?? '';
  expect(await mainText()).toContain(`the model ${asked.slice(0, 12)}`);
});

test('that somebody had it counted is audited, with the model and what was assumed', async () => {
  await page.goto(`${address}?cards=77`);
  await page.getByText('Of 77 cards reviewed a day').waitFor();
  const { rows } = await audit(database).list({ page: 1, pageSize: 20 });
  expect(rows.find(({ action }) => action === 'fraud.capacity')).toMatchObject({
    role: 'analyst',
    subjectType: 'model',
    detail: { reviewsPerDay: 77 },
  });
});

test.each(['clinician', 'administrator'] as const)('a %s is refused', async (role) => {
  const response = await fetch(inject('url') + address, {
    headers: { cookie: await cookiesOf(role) },
    redirect: 'manual',
  });
  expect(response.status).toBe(403);
});

test('Chinese, dark and at 390 pixels it keeps its words, its contrast and its width', async () => {
  const phone = await visit(browser, {
    locale: 'zh-CN',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  });
  await signIn(phone.page, 'analyst');
  await phone.page.goto(address);
  await phone.page.getByRole('heading', { name: '审核值不值？' }).waitFor();
  expect(await phone.page.locator('main').innerText()).toContain('的卡都应审核');
  await expectNoSidewaysScroll(phone.page);
  await expectAccessible(phone.page);
  await picture(phone.page, 'fraud-capacity-zh-dark-390', true);
  expect(phone.problems).toEqual([]);
  await phone.page.context().close();
});
