/** A learner at the keyboard: an exercise that is checked, hints, lines, another tab, both languages, a phone. */
import { setTimeout as sleep } from 'node:timers/promises';
import { audit, type Database, openDatabase, startEmbedded } from '@praxis/db';
import { skills, templatesOf, verifiedExercise } from '@praxis/practice';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture, signIn, visit } from './visitor.ts';

const stockedWithinMs = 240_000;

let browser: Browser;
let page: Page;
let problems: string[];
let database: Database;

const turn = z.object({ exercise: z.string() });

beforeAll(async () => {
  browser = await openBrowser();
  database = await openDatabase((await startEmbedded(inject('home'))).url);
  ({ page, problems } = await visit(browser));
  await signIn(page, 'learner');
  await page.waitForURL('**/practice');
  // The stock is made and verified from the start on: until it is there the page says so.
  for (const until = Date.now() + stockedWithinMs; Date.now() < until; await sleep(2_000)) {
    await page.goto('/practice');
    if ((await page.getByRole('button', { name: 'Check ↵' }).count()) > 0) return;
  }
  throw new Error('No exercise was put into stock.');
}, stockedWithinMs + 60_000);
afterAll(async () => {
  await database.close();
  await browser.close();
});
afterEach(() => {
  expect(problems).toEqual([]);
});

/** The right answer to the open exercise as it is typed, made again from its id as a teacher could. */
async function rightAnswer(): Promise<string> {
  const { rows } = await database.pool.query('select exercise from practice_turns where closed_at is null');
  const [, name, seed] = /^(.+)@\d+:(\d+)$/.exec(z.array(turn).parse(rows)[0]?.exercise ?? '') ?? [];
  const template = skills.flatMap(({ id }) => templatesOf(id)).find(({ id }) => id === name);
  if (template === undefined) throw new Error('There is no open exercise.');
  const exercise = verifiedExercise(template, Number(seed), 'en');
  if ('code' in exercise) throw new Error(exercise.message);
  return exercise.answer.ascii;
}

const field = () => page.locator('math-field');

test('a wrong answer is told so and stays, a right one is taken and leads on, by the keyboard alone', async () => {
  await page.getByRole('heading', { level: 1, name: 'Adding and subtracting whole numbers' }).waitFor();
  await field().focus();
  await page.keyboard.type('999999');
  await page.keyboard.press('Enter');
  await page.getByText('Not yet').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await page.getByRole('button', { name: 'Hint 1/' }).waitFor();
  await picture(page, 'practice-wrong');
  await expectAccessible(page);
  await field().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(await rightAnswer());
  await page.keyboard.press('Enter');
  await page.getByText('Right', { exact: true }).waitFor();
  await page.getByRole('heading', { name: 'The solution, step by step' }).waitFor();
  await picture(page, 'practice-right');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Check ↵' }).waitFor();
});

test('what cannot be read is named with its place, and nothing is lost', async () => {
  await field().focus();
  await page.keyboard.type('12+');
  await page.keyboard.press('Enter');
  await page.getByText('I cannot read this yet').waitFor();
  expect(await field().evaluate((element) => 'value' in element && element.value)).toContain('12+');
  await page.keyboard.press('Escape');
});

test('the lines of a way are checked, the first wrong one is found', async () => {
  const right = await rightAnswer();
  await page.getByText('Work it out line by line').click();
  await page.getByLabel('One line for every step').fill(`= ${right}\n1 + 1 = 3`);
  await page.getByRole('button', { name: 'Check the lines' }).click();
  await page.getByText('here it goes wrong').waitFor();
  await picture(page, 'practice-lines');
});

test('an exercise finished in another tab is told, and the open one comes in its place', async () => {
  const other = await page.context().newPage();
  await other.goto('/practice');
  await other.getByRole('button', { name: 'Show the solution' }).click();
  await other.getByRole('heading', { name: 'The solution, step by step' }).waitFor();
  await other.getByRole('button', { name: 'Next exercise' }).click();
  await other.getByRole('button', { name: 'Check ↵' }).waitFor();
  await other.close();
  await field().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.getByText('finished in another tab').waitFor();
});

test('a lost connection keeps what was typed', async () => {
  await page.goto('/practice');
  await field().focus();
  await page.keyboard.type('77');
  await page.context().setOffline(true);
  await page.keyboard.press('Enter');
  await page.getByText('What you typed is still here').waitFor();
  await page.context().setOffline(false);
  expect(await field().evaluate((element) => 'value' in element && element.value)).toBe('77');
});

test('in Chinese, in the dark and on a phone it is the same exercise and fits', async () => {
  const phone = await visit(browser, {
    locale: 'zh-CN',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  });
  await signIn(phone.page, 'learner');
  await phone.page.getByRole('button', { name: '检查 ↵' }).waitFor();
  await phone.page.locator('math-field').waitFor();
  await picture(phone.page, 'practice-zh-dark-390');
  await expectNoSidewaysScroll(phone.page);
  await expectAccessible(phone.page);
  expect(phone.problems).toEqual([]);
});

test('every exercise that was shown is in the audit', async () => {
  const { rows } = await audit(database).list({ page: 1, pageSize: 200 });
  const turns = rows.filter(({ action }) => action === 'practice.turn');
  expect(turns.length).toBeGreaterThan(3);
  expect(turns[0]).toMatchObject({ role: 'learner', subjectType: 'learner' });
});
