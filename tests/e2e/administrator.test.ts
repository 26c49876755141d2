/** An administrator starts a training run, watches it live and cancels it; the model that served still serves. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookiesOf, modelsReady, trainingRuns } from './product-state.ts';
import { expectAccessible, openBrowser, picture, signIn, visit } from './visitor.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a run is started, drawn as it learns, and cancelled', async () => {
  const cookie = await cookiesOf('administrator');
  await modelsReady(cookie);
  const before = await trainingRuns(cookie);
  const { page, problems } = await visit(browser);
  await signIn(page, 'administrator');
  await page.waitForURL(/\/training/);
  await page.getByRole('combobox', { name: 'Train a new model for' }).selectOption({ label: 'Diabetes' });
  await page.getByRole('button', { name: 'Start training' }).click();

  const main = page.locator('main');
  await main.getByRole('progressbar').waitFor({ timeout: 60_000 });
  await main.getByText(/Logistic regression: training loss/).waitFor({ timeout: 60_000 });
  const drawn = async () => (await main.locator('figure svg path').all()).length;
  const first = await drawn();
  await picture(page, 'training-live');

  // A run is over within seconds: it goes on while the cancelling can be undone, and more is drawn.
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await expect.poll(drawn, { timeout: 60_000 }).toBeGreaterThan(first);
  await page.getByText('The run was cancelled.').waitFor({ timeout: 60_000 });
  await expectAccessible(page);
  const after = await trainingRuns(cookie);
  expect(after).toHaveLength(before.length + 1);
  expect(after.filter((run) => run.status === 'succeeded')).toHaveLength(3);
  expect(after.filter((run) => run.status === 'cancelled')).toHaveLength(1);
  expect(problems).toEqual([]);
}, 300_000);
