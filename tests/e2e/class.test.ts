/** A teacher: a class by skill, who is stuck and why, what was typed, and a set that reaches its learner. */
import { setTimeout as sleep } from 'node:timers/promises';
import { audit, type Database, openDatabase, startEmbedded } from '@praxis/db';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture, signIn, visit } from './visitor.ts';

const classWithinMs = 300_000;

let browser: Browser;
let page: Page;
let problems: string[];
let database: Database;
let address: string;

beforeAll(async () => {
  browser = await openBrowser();
  database = await openDatabase((await startEmbedded(inject('home'))).url);
  ({ page, problems } = await visit(browser, { viewport: { width: 1280, height: 900 } }));
  await signIn(page, 'teacher');
  await page.waitForURL('**/practice/class');
  // The demo's class is made once exercises are in stock.
  for (const until = Date.now() + classWithinMs; Date.now() < until; await sleep(2_000)) {
    await page.goto('/practice/class');
    const link = page.getByRole('link', { name: '7B' });
    if ((await link.count()) === 0) continue;
    await link.click();
    await page.waitForURL(/\/practice\/class\/\d+$/);
    address = new URL(page.url()).pathname;
    return;
  }
  throw new Error('The demo class was not made.');
}, classWithinMs + 60_000);
afterAll(async () => {
  await database.close();
  await browser.close();
});
afterEach(() => {
  expect(problems).toEqual([]);
});

test('the class stands by skill: areas folded, one unfolded with figures, sorted by the weakest', async () => {
  await page.getByRole('heading', { level: 1, name: '7B' }).waitFor();
  const rows = page.locator('tbody tr');
  expect(await rows.count()).toBe(11);
  expect(await page.getByText('simulated', { exact: true }).count()).toBe(10);
  await picture(page, 'class-skills');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Fractions', exact: true }).click();
  await page.getByRole('columnheader', { name: 'Adding and subtracting fractions' }).waitFor();
  await page.getByRole('link', { name: 'Adding and subtracting fractions' }).click();
  await page.waitForURL(/sort=fraction\.add-subtract/);
  const shares = (await rows.locator('td:nth-child(5)').allInnerTexts()).map((text) =>
    Number(/(\d+)%/.exec(text)?.[1] ?? -1),
  );
  expect(shares.some((share) => share > 0)).toBe(true);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  await picture(page, 'class-fractions');
  await expectAccessible(page);
});

test('the figures come as CSV, a line for each learner and skill', async () => {
  const answer = await page.request.get(`/api/v1/practice/classes/${address.split('/').at(-1)}/skills.csv`);
  expect(answer.headers()['content-type']).toContain('text/csv');
  const lines = (await answer.text()).trim().split('\r\n');
  expect(lines[0]).toContain('expected share right');
  const width = lines[0]?.split(',').length;
  expect(lines.length).toBeGreaterThan(11 * 40);
  expect(lines.filter((line) => line.includes('being learnt')).length).toBeGreaterThan(10);
  expect(width).toBe(10);
});

test('misconceptions come with what was typed, on which exercise, and what the learner is told', async () => {
  await page.goto(`${address}/misconceptions`);
  await page.getByText('What the learner is told').first().waitFor();
  const table = page.getByRole('region', { name: /What was typed/ }).first();
  expect(await table.locator('tbody tr').count()).toBeGreaterThan(0);
  expect(await table.locator('math').count()).toBeGreaterThan(0);
  await picture(page, 'class-misconceptions');
  await expectAccessible(page);
});

test('who is stuck stands there with the reason and the last day, and leads to a set for the root', async () => {
  await page.goto(`${address}/stuck`);
  await page.getByRole('heading', { level: 2, name: /of 11 do(es)? not come on/ }).waitFor();
  await page
    .getByText(/wrong answers in a row|opened the solution in|no progress in/)
    .first()
    .waitFor();
  await page.getByText('Last practised:').first().waitFor();
  await picture(page, 'class-stuck');
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /Set exercises on/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Set exercises' }).waitFor();
  expect(await page.locator('input[type=checkbox]:checked').count()).toBe(2);
});

test('a set with bad input is refused, the field is named, and nothing is lost', async () => {
  await page.goto(`${address}/sets`);
  await page.getByLabel('Exercises for each learner').fill('500');
  await page.getByRole('button', { name: 'Set these exercises' }).click();
  await page.getByText('Skills: choose from one to 10').waitFor();
  await page.locator('summary', { hasText: 'Negative numbers' }).click();
  await page.getByRole('checkbox', { name: /Adding and subtracting with/ }).check();
  await page.getByRole('button', { name: 'Set these exercises' }).click();
  await page.getByText('Exercises: give a whole number from 1 to 50.').waitFor();
  expect(await page.getByLabel('Exercises for each learner').inputValue()).toBe('500');
  await expectAccessible(page);
});

test('a set reaches its learner next, with the teacher’s note, and its progress comes back; cancelled, no more of it comes', async () => {
  await page.getByLabel('Exercises for each learner').fill('2');
  await page.getByLabel('Note to the learners').fill('For Friday, please.');
  await page.getByRole('button', { name: 'None' }).click();
  await page.getByRole('checkbox', { name: 'Leo Demo' }).check();
  await page.getByRole('button', { name: 'Set these exercises' }).click();
  await page.getByText('The learners get them next.').waitFor();
  await picture(page, 'class-sets', true);

  const learner = await visit(browser);
  await signIn(learner.page, 'learner');
  await learner.page.getByRole('button', { name: 'Check ↵' }).waitFor();
  await learner.page.getByRole('button', { name: /Skip/ }).click();
  const why = learner.page.locator('summary', { hasText: 'Why this exercise now' });
  await why.click();
  await learner.page.getByText('Your teacher asked for this').waitFor();
  await learner.page.getByText('For Friday, please.').waitFor();
  await picture(learner.page, 'practice-set');
  await expectAccessible(learner.page);
  await learner.page.getByRole('button', { name: 'Show the solution' }).click();
  await learner.page.getByRole('heading', { name: 'The solution, step by step' }).waitFor();

  await page.reload();
  const progress = page.getByRole('row', { name: /Leo Demo/ });
  expect(await progress.innerText()).toContain('1 of 2');
  await page.getByRole('button', { name: /^Cancel the set/ }).click();
  await page.getByText('cancelled', { exact: true }).waitFor();
  await learner.page.getByRole('button', { name: /Next exercise/ }).click();
  await learner.page.getByRole('button', { name: 'Check ↵' }).waitFor();
  expect(await learner.page.getByText('Your teacher asked for this').count()).toBe(0);
  expect(learner.problems).toEqual([]);
});

test('a class is made and filled by the keyboard alone; who is no learner here is refused by name', async () => {
  await page.goto('/practice/class');
  await page.getByLabel('Name of the new class').focus();
  await page.keyboard.type('8A');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '8A' }).click();
  await page.getByText('Nobody is in this class yet').waitFor();
  await page.getByRole('link', { name: 'Take in learners' }).click();
  await page.getByLabel('Email address of a learner').fill('analyst@demo.invalid');
  await page.keyboard.press('Enter');
  await page.getByText('Email: no learner here has the address analyst@demo.invalid.').waitFor();
  await page.getByLabel('Email address of a learner').fill('learner@demo.invalid');
  await page.keyboard.press('Enter');
  await page.getByRole('cell', { name: 'Leo Demo', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Take out Leo Demo' }).click();
  await page.getByText('Leo Demo is no longer in the class').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('cell', { name: 'Leo Demo', exact: true }).waitFor();
  await expectAccessible(page);
});

test('in Chinese, in the dark and on a phone every page of the class fits', async () => {
  const phone = await visit(browser, {
    locale: 'zh-CN',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  });
  await signIn(phone.page, 'teacher');
  for (const place of ['', '?area=fractions', '/misconceptions', '/stuck', '/sets', '/learners']) {
    await phone.page.goto(address + place);
    await phone.page.getByRole('heading', { level: 1, name: '7B' }).waitFor();
    await expectNoSidewaysScroll(phone.page);
    await expectAccessible(phone.page);
  }
  await phone.page.goto(address);
  await picture(phone.page, 'class-skills-zh-dark-390');
  expect(phone.problems).toEqual([]);
});

test('every look at a class is in the audit with the learners it was about', async () => {
  const { rows } = await audit(database).list({ page: 1, pageSize: 200 });
  for (const about of ['skills', 'skillsCsv', 'stuck', 'misconceptions', 'sets', 'learners', 'assign']) {
    const read = rows.find(({ action }) => action === `practice.class.${about}`);
    expect(read, about).toMatchObject({ role: 'teacher', subjectType: 'learner' });
    expect(read?.subjectIds.length, about).toBeGreaterThan(0);
  }
});

test('simulated learners cannot sign in', async () => {
  const answer = await page.request.post('/api/auth/sign-in/email', {
    data: { email: 'simulated-1@demo.invalid', password: 'praxis-demo' },
  });
  expect(answer.status()).toBe(401);
});
