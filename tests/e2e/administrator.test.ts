/** An administrator starts a training run, watches it live, cancels and resumes it; the model that served still serves. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookiesOf, modelsReady, trainingRuns } from './product-state.ts';
import { expectAccessible, openBrowser, picture, signIn, visit } from './visitor.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a run is started, drawn as it learns, cancelled, and resumed to its end', async () => {
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

  // Resumed, it takes over what had ended and comes to the model that it would have come to.
  await page.getByRole('button', { name: 'Resume the run' }).click();
  await main.getByRole('heading', { name: 'How well it does' }).waitFor({ timeout: 120_000 });
  const cancelled = after.find((run) => run.status === 'cancelled')?.id;
  const resumed = (await trainingRuns(cookie)).find(({ id }) => id === cancelled);
  expect(resumed?.status).toBe('succeeded');
  await main.getByRole('radio', { name: 'AUROC' }).check({ force: true });
  await main.getByText(/highest validation AUROC/).waitFor();
  await expectAccessible(page);
  await picture(page, 'training-resumed');
  expect(problems).toEqual([]);
}, 300_000);
