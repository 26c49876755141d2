/** A challenger comes to serve by two people's decision, and the model before it is put back by one. */
import { appendFile } from 'node:fs/promises';
import { audit, type Database, diagnosisStore, openDatabase, startEmbedded } from '@praxis/db';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addChallenger } from './challenger.ts';
import { cookiesOf, modelsReady, type Role } from './product-state.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture, signIn, visit } from './visitor.ts';

const outcome = 'cardiovascular';
const endpoint = `/api/v1/models/diagnosis/${outcome}`;

let browser: Browser;
let database: Database;
let administrator: Page;
let clinician: Page;
let champion: string;
let challenger: string;
let problems: readonly string[][];

beforeAll(async () => {
  await modelsReady(await cookiesOf('administrator'));
  database = await openDatabase((await startEmbedded(inject('home'))).url);
  champion = (await diagnosisStore(database).champion(outcome)) ?? '';
  challenger = await addChallenger(database, inject('home'), outcome);
  browser = await openBrowser();
  const visitors = [await visit(browser), await visit(browser)] as const;
  [administrator, clinician] = [visitors[0].page, visitors[1].page];
  problems = visitors.map((visitor) => visitor.problems);
  await signIn(administrator, 'administrator');
  await signIn(clinician, 'clinician');
}, 300_000);
afterAll(async () => {
  await browser.close();
  await database.close();
});

/** The models of the outcome on the training page. */
const table = (page: Page) =>
  page.getByRole('region', { name: 'Which model serves: Major cardiovascular event', exact: true });

/** Opens the dialog behind a button, gives the reason, and presses the button of the same name in it. */
async function decide(page: Page, button: string, title: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function highestRisk(): Promise<number> {
  await clinician.goto(`/diagnosis?outcome=${outcome}`);
  return Number(/(\d+)%/.exec(await clinician.locator('tbody tr').first().innerText())?.[1]);
}

async function asked(role: Role, address: string, method: string, body: unknown) {
  const answer = await fetch(inject('url') + address, {
    method,
    headers: {
      cookie: await cookiesOf(role),
      origin: inject('url'),
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

test('a challenger is proposed, approved by another person, shown to clinicians, and put back', async () => {
  const before = await highestRisk();
  const short = challenger.slice(0, 8);

  const forced = await asked('administrator', `${endpoint}/champion`, 'PUT', {
    artifact: challenger,
    reason: 'I say so.',
  });
  expect(forced).toMatchObject({ status: 409, body: { error: { code: 'notApproved' } } });
  const wrongRole = await asked('clinician', `${endpoint}/proposals`, 'POST', {
    artifact: challenger,
    reason: 'Mine.',
  });
  expect(wrongRole.status).toBe(403);

  await administrator.goto('/training');
  // Half of every risk ranks people the same, and is further from what came true.
  await table(administrator).getByText('worse than the champion').waitFor();
  await table(administrator).getByText('not distinguishable').waitFor();
  await decide(administrator, 'Propose', `Propose ${short}`, 'Trained on fresher data.');
  await administrator.getByText(/proposes that .* serve from now on/).waitFor();
  await picture(administrator, 'models', true);
  await expectAccessible(administrator);
  expect(await highestRisk()).toBe(before);

  await clinician.goto(`/diagnosis/models/${outcome}`);
  await clinician.getByText('Trained on fresher data.').first().waitFor();
  await expectAccessible(clinician);
  await decide(clinician, 'Approve', `Approve ${short}`, 'Fits what we see.');
  await clinician.getByRole('button', { name: `Put ${champion.slice(0, 8)} back` }).waitFor();
  // Both are rounded to whole percent.
  expect(Math.abs((await highestRisk()) - before / 2)).toBeLessThanOrEqual(1);

  await clinician.goto(`/diagnosis/models/${outcome}`);
  await decide(clinician, 'Put back', `Put ${champion.slice(0, 8)} back`, 'Complaints.');
  await clinician.getByText('Decisions (5)').click();
  await clinician.getByRole('cell', { name: 'Complaints.' }).waitFor();
  await clinician.setViewportSize({ width: 390, height: 800 });
  await expectNoSidewaysScroll(clinician);
  await picture(clinician, 'models-phone', true);
  expect(await highestRisk()).toBe(before);

  const { rows } = await audit(database).list({ page: 1, pageSize: 200 });
  const decided = rows.filter(({ subjectType }) => subjectType === 'model').map(({ action }) => action);
  // Reads carry the name of their vertical.
  expect(decided.filter((action) => !action.includes('.'))).toEqual([
    'putModelBack',
    'approveModel',
    'proposeModel',
  ]);
  expect(problems.flat()).toEqual([]);
}, 300_000);

test('a challenger whose files are damaged is not proposed', async () => {
  await appendFile(`${inject('home')}/models/${challenger}/model.onnx`, 'x');
  const proposed = await asked('administrator', `${endpoint}/proposals`, 'POST', {
    artifact: challenger,
    reason: 'Once more.',
  });
  expect(proposed).toMatchObject({ status: 409, body: { error: { code: 'modelDamaged' } } });
  const unknown = await asked('administrator', `${endpoint}/proposals`, 'POST', {
    artifact: 'f'.repeat(64),
    reason: 'Once more.',
  });
  expect(unknown).toMatchObject({ status: 404, body: { error: { code: 'unknownModel' } } });
});
