/** A learner looks at the map of skills and the calendar, practises from there, and says how hard it should be. */

import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { audit, type Database, openDatabase, startEmbedded } from '@praxis/db';
import { skills, templatesOf, verifiedExercise } from '@praxis/practice';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { cookiesOf } from './product-state.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture, signIn, visit } from './visitor.ts';

const stockedWithinMs = 240_000;
const dayMs = 86_400_000;

let browser: Browser;
let page: Page;
let problems: string[];
let database: Database;

const openTurn = z.array(z.object({ exercise: z.string() }));
const learnerState = z.array(
  z.object({
    state: z.looseObject({
      target: z.number(),
      reviews: z.record(z.string(), z.looseObject({ due: z.int() })),
    }),
  }),
);

beforeAll(async () => {
  browser = await openBrowser();
  database = await openDatabase((await startEmbedded(inject('home'))).url);
  await forgetLearner();
  ({ page, problems } = await visit(browser, { acceptDownloads: true }));
  await signIn(page, 'learner');
  for (const until = Date.now() + stockedWithinMs; Date.now() < until; await sleep(2_000)) {
    await page.goto('/practice');
    if ((await page.getByRole('button', { name: 'Check ↵' }).count()) > 0) return;
  }
  throw new Error('No exercise was put into stock.');
}, stockedWithinMs + 60_000);
afterAll(async () => {
  await forgetLearner();
  await database.close();
  await browser.close();
});
afterEach(() => {
  expect(problems).toEqual([]);
});

/** Whoever comes after, or came before, has the learner as new. */
async function forgetLearner(): Promise<void> {
  for (const table of ['practice_turns', 'practice_learners']) {
    await database.pool.query(
      `delete from ${table} where learner in (select id from "user" where email like 'learner@%')`,
    );
  }
}

/** The right answer to the open exercise as it is typed, made again from its id as a teacher could. */
async function rightAnswer(): Promise<string> {
  const { rows } = await database.pool.query('select exercise from practice_turns where closed_at is null');
  const [, name, seed] = /^(.+)@\d+:(\d+)$/.exec(openTurn.parse(rows)[0]?.exercise ?? '') ?? [];
  const template = skills.flatMap(({ id }) => templatesOf(id)).find(({ id }) => id === name);
  if (template === undefined) throw new Error('There is no open exercise.');
  const exercise = verifiedExercise(template, Number(seed), 'en');
  if ('code' in exercise) throw new Error(exercise.message);
  return exercise.answer.ascii;
}

async function answerRightly(): Promise<void> {
  const field = page.locator('math-field');
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(await rightAnswer());
  await page.keyboard.press('Enter');
  await page.getByText('Right', { exact: true }).waitFor();
}

async function storedState() {
  const { rows } = await database.pool.query(
    `select state from practice_learners where learner = (select id from "user" where email like 'learner@%')`,
  );
  const [row] = learnerState.parse(rows);
  if (row === undefined) throw new Error('Nothing is stored of the learner.');
  return row.state;
}

const skillButton = (name: RegExp) => page.getByRole('button', { name }).first();

test('the map shows every skill in words, and by keyboard alone one is practised from it', async () => {
  await page.goto('/practice/skills');
  await page.getByRole('heading', { level: 1, name: 'Skills' }).waitFor();
  const rows = page.locator('main button[aria-haspopup="dialog"]');
  expect(await rows.count()).toBe(skills.length);
  await picture(page, 'practice-skills', true);
  await expectAccessible(page);
  await skillButton(/^Multiplying whole numbers/).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Multiplying whole numbers' });
  await dialog.getByText('What it needs').waitFor();
  // The exercise that is open is of another skill: nothing is lost unasked.
  await dialog.getByText('is still open').waitFor();
  await picture(page, 'practice-skill');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(
    await skillButton(/^Multiplying whole numbers/).evaluate((it) => it === document.activeElement),
  ).toBe(true);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Leave it, practise this' }).press('Enter');
  await page.waitForURL('**/practice');
  await page.getByRole('heading', { level: 1, name: 'Multiplying whole numbers' }).waitFor();
});

test('a ring of the picture opens its skill; what is open is gone on with', async () => {
  await page.goto('/practice/skills');
  const ring = page.locator('svg[data-chart]:visible g', {
    has: page.locator('title', { hasText: /^Multiplying whole numbers/ }),
  });
  await ring.last().click();
  const dialog = page.getByRole('dialog', { name: 'Multiplying whole numbers' });
  await dialog.getByRole('button', { name: 'Go on with the open exercise' }).click();
  await page.waitForURL('**/practice');
  await page.getByRole('heading', { level: 1, name: 'Multiplying whole numbers' }).waitFor();
  await answerRightly();
});

test('an answer moves the map, and its numbers are taken along as CSV', async () => {
  await page.goto('/practice/skills');
  await skillButton(/^Multiplying whole numbers learning/).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(skills.length + 1);
  expect(lines.find((line) => line.includes('Multiplying whole numbers'))).toMatch(
    /^Whole numbers,Multiplying whole numbers,learning,\d+,\d+,\d+,1,/,
  );
});

test('the calendar shows what was done today and what comes back; a late review is started from it', async () => {
  await page.goto('/practice/calendar');
  await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor();
  await page.getByText('No review today').waitFor();
  await page.getByText('right at the first try').first().waitFor();
  await page
    .getByText(/^\d+ to review$/)
    .first()
    .waitFor();
  await expectAccessible(page);
  // Three days late.
  const state = await storedState();
  const late = Object.fromEntries(
    Object.entries(state.reviews).map(([skill, card]) => [skill, { ...card, due: Date.now() - 3 * dayMs }]),
  );
  await database.pool.query(
    `update practice_learners set state = $1 where learner = (select id from "user" where email like 'learner@%')`,
    [JSON.stringify({ ...state, reviews: late })],
  );
  await page.goto('/practice/calendar');
  await page.getByText(/reviews? today, \d+ of them late/).waitFor();
  await picture(page, 'practice-calendar', true);
  await expectAccessible(page);
  const leave = page.getByRole('button', { name: 'Leave it, start the reviews' });
  await leave.or(page.getByRole('button', { name: 'Start today’s reviews' })).click();
  await page.waitForURL('**/practice?reviews=today');
  await page.getByRole('button', { name: 'Check ↵' }).waitFor();
  const due = Object.keys(late).length;
  for (let done = 0; done < due; done++) {
    await answerRightly();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Check ↵' }).waitFor();
  }
  await page.getByText('Today’s reviews are done').waitFor();
});

test('the slider says at once what the next exercise would be like, is remembered and used', async () => {
  await page.goto('/practice');
  await page.getByText('How hard: you wish to get 7 of 10 right').click();
  const slider = page.getByRole('slider', { name: 'How many of 10 exercises you wish to get right' });
  await page.getByText(/Of 10 exercises like the next one you would get/).waitFor();
  await picture(page, 'practice-wish', true);
  await expectAccessible(page);
  // Without the server the words follow the slider all the same.
  await page.context().setOffline(true);
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('How hard: you wish to get 6 or 7 of 10 right').waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toBe('6 or 7 of 10');
  await page.getByText('your wish is not kept yet').waitFor();
  await page.context().setOffline(false);
  await page.keyboard.press('End');
  await page.getByText('Kept.').waitFor();
  expect((await storedState()).target).toBe(0.95);
  await page.goto('/practice');
  await page.getByText('How hard: you wish to get 9 or 10 of 10 right').waitFor();
  await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/another')),
    page.getByRole('button', { name: 'Skip' }).click(),
  ]);
  const { rows } = await database.pool.query(
    `select choice->>'target' as target from practice_turns where closed_at is null`,
  );
  expect(rows).toEqual([{ target: '0.95' }]);
});

test('in Chinese, in the dark and on a phone the three screens fit and can be used', async () => {
  const phone = await visit(browser, {
    locale: 'zh-CN',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  });
  await signIn(phone.page, 'learner');
  for (const [address, heading] of [
    ['/practice/skills', '技能图'],
    ['/practice/calendar', '复习日历'],
  ] as const) {
    await phone.page.goto(address);
    await phone.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await picture(phone.page, `${address.slice(1).replace('/', '-')}-zh-dark-390`, true);
    await expectNoSidewaysScroll(phone.page);
    await expectAccessible(phone.page);
  }
  await phone.page.goto('/practice/skills?skill=fraction.multiply');
  await phone.page.getByRole('dialog', { name: '分数的乘法' }).getByText('要先会的').waitFor();
  await picture(phone.page, 'practice-skill-zh-dark-390');
  await expectAccessible(phone.page);
  await phone.page.goto('/practice');
  await phone.page.getByText('难度：希望').click();
  await phone.page.getByRole('slider').waitFor();
  await expectNoSidewaysScroll(phone.page);
  await expectAccessible(phone.page);
  expect(phone.problems).toEqual([]);
});

test('an exercise is left only where the learner says so, and unknown skills have a clear answer', async () => {
  const cookie = await cookiesOf('learner');
  const url = inject('url');
  const post = (body: unknown) =>
    fetch(`${url}/api/v1/practice/turns`, {
      method: 'POST',
      headers: { cookie, origin: url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const code = async (response: Response) => {
    const { error } = z.object({ error: z.object({ code: z.string() }) }).parse(await response.json());
    return [response.status, error.code];
  };
  await fetch(`${url}/api/v1/practice/turns`, { headers: { cookie } });
  const wanted = { kind: 'skill', skill: 'fraction.divide' };
  expect(await code(await post({ wanted, leave: null }))).toEqual([409, 'turnOpen']);
  expect(await code(await post({ wanted: { ...wanted, skill: 'juggling' }, leave: null }))).toEqual([
    404,
    'unknownSkill',
  ]);
  expect(await code(await post({ wanted: { kind: 'best' }, leave: null }))).toEqual([400, 'invalidBody']);
});

test.each(['clinician', 'analyst', 'teacher', 'administrator'] as const)(
  'a %s sees no learner’s map, calendar or wish',
  async (role) => {
    const headers = { cookie: await cookiesOf(role), 'sec-fetch-site': 'same-origin', origin: inject('url') };
    for (const address of ['/practice/skills', '/practice/calendar', '/api/v1/practice/wish']) {
      const response = await fetch(inject('url') + address, { headers, redirect: 'manual' });
      expect([address, response.status]).toEqual([address, 403]);
    }
    const body = JSON.stringify({ target: 0.5 });
    const put = await fetch(`${inject('url')}/api/v1/practice/wish`, { method: 'PUT', headers, body });
    expect(put.status).toBe(403);
  },
);

test('every look at the map, the calendar and the wish is in the audit', async () => {
  const { rows } = await audit(database).list({ page: 1, pageSize: 500 });
  for (const action of ['practice.skills', 'practice.calendar', 'practice.wish']) {
    expect(rows.find((row) => row.action === action)).toMatchObject({
      role: 'learner',
      subjectType: 'learner',
    });
  }
});
