/** A clinician's day: watch the first training, find who is next, see why, try what if, read the model's card. */
import { audit, openDatabase, startEmbedded } from '@praxis/db';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { cookiesOf, modelsReady } from './product-state.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture, signIn, visit } from './visitor.ts';

let browser: Browser;
let page: Page;
let problems: string[];
let cookie: string;

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await visit(browser));
  await signIn(page, 'clinician');
  cookie = await cookiesOf('clinician');
});
afterAll(() => browser.close());
afterEach(() => {
  expect(problems).toEqual([]);
});

test('signing in leads to the worklist, which shows everyone before any model is ready', async () => {
  expect(new URL(page.url()).pathname).toBe('/diagnosis');
  await page.getByText('17,549 people').waitFor();
});

test('the training page follows the runs until all three models are ready', async () => {
  await page.goto('/training');
  await page.getByRole('heading', { name: 'Training', level: 1 }).waitFor();
  await page.locator('main figure svg').first().waitFor({ timeout: 90_000 });
  await picture(page, 'training');
  await expectAccessible(page);
  await modelsReady(cookie);
  // Without a reload, every run on the page has its AUROC.
  await expect
    .poll(
      () =>
        page
          .getByRole('region', { name: 'Runs', exact: true })
          .locator('tbody tr')
          .filter({ hasText: /0\.\d{3}/ })
          .count(),
      { timeout: 30_000 },
    )
    .toBe(3);
}, 300_000);

describe('with models', () => {
  beforeAll(() => modelsReady(cookie), 300_000);

  test('the worklist is sorted by risk, filtered and paged on the server', async () => {
    await page.goto('/diagnosis?outcome=hypertension');
    const shown = async () =>
      (await page.locator('tbody tr').allInnerTexts()).map((row) => Number(/(\d+)%/.exec(row)?.[1]));
    const first = await shown();
    expect(first).toHaveLength(50);
    expect(first).toEqual([...first].sort((a, b) => b - a));
    await picture(page, 'worklist');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForURL(/page=2/);
    expect((await shown())[0]).toBeLessThanOrEqual(first.at(-1) ?? 0);
    await page.goto('/diagnosis?outcome=hypertension&sex=female&from=60&to=70&band=high');
    for (const row of await page.locator('tbody tr').allInnerTexts()) {
      expect(row).toContain('Female');
      expect(row).toMatch(/\b(6\d|70)\b/);
    }
  });

  test('the keyboard alone finds a person and opens the page', async () => {
    await page.goto('/diagnosis?outcome=diabetes');
    await page.keyboard.press('/');
    await page.keyboard.type('stroke');
    await page.keyboard.press('Enter');
    await page.waitForURL(/text=stroke/);
    await page
      .locator('tbody tr')
      .filter({ hasText: /stroke/i })
      .first()
      .waitFor();
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/diagnosis\/patients\/\d+/);
  });

  test('the patient page explains each risk, stands at day 0 and re-scores as a value changes', async () => {
    await page.goto('/diagnosis/patients/5?explain=hypertension');
    await page.getByRole('heading', { name: 'Person 5', exact: true }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Average person');
    expect(text).toMatch(/[+−]\d+ points/);
    await expectAccessible(page);
    await picture(page, 'patient');
    const next = page.getByText('What happened next');
    expect(await next.locator('xpath=ancestor-or-self::details').getAttribute('open')).toBeNull();

    const answered = page.waitForResponse((response) => response.url().endsWith('/what-if'));
    await page.getByRole('textbox', { name: /Systolic pressure/ }).fill('190');
    const answer = await answered;
    expect(answer.status()).toBe(200);
    await page.getByText(/→/).first().waitFor();
  });

  test('a what-if without a change gives the score on the page; out of range it says the range', async () => {
    const whatIf = (id: string, body: unknown) =>
      fetch(`${inject('url')}/api/v1/diagnosis/patients/${id}/what-if`, {
        method: 'POST',
        headers: {
          cookie,
          origin: inject('url'),
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      });
    const risks = z.object({
      risks: z.array(
        z.object({
          outcome: z.string(),
          status: z.string(),
          probability: z.number().optional(),
          abstains: z.object({ reason: z.string(), unusual: z.array(z.string()) }).nullish(),
        }),
      ),
    });
    const same = risks.parse(await (await whatIf('5', { changes: {} })).json()).risks;
    const raised = risks.parse(await (await whatIf('5', { changes: { sbpMmHg: 200 } })).json()).risks;
    const hypertension = (of: typeof same) =>
      of.find(({ outcome }) => outcome === 'hypertension')?.probability ?? 0;
    await page.goto('/diagnosis/patients/5?explain=hypertension');
    expect(await page.locator('main').innerText()).toContain(`${Math.round(100 * hypertension(same))}%`);
    expect(hypertension(raised)).toBeGreaterThan(hypertension(same));

    // Nobody is 125 cm tall and weighs 250 kg.
    const strange = risks.parse(
      await (await whatIf('5', { changes: { weightKg: 250, heightCm: 125 } })).json(),
    ).risks;
    for (const { abstains } of strange.filter(({ status }) => status === 'risk')) {
      expect(abstains?.reason).toBe('unlikeTraining');
      expect(abstains?.unusual).toContain('bmi');
    }
    expect(same.every(({ abstains }) => (abstains ?? null) === null)).toBe(true);
    await page.getByRole('textbox', { name: /^Weight/ }).fill('250');
    await page.getByRole('textbox', { name: /^Height/ }).fill('125');
    await page.getByText('Not sure: unlike the people the model learned from').first().waitFor();

    const outside = await whatIf('5', { changes: { sbpMmHg: 2000 } });
    expect(outside.status).toBe(422);
    expect(await outside.json()).toMatchObject({
      error: { code: 'valueOutOfRange', feature: 'sbpMmHg', minimum: 70, maximum: 250 },
    });
    expect((await whatIf('999999', { changes: {} })).status).toBe(404);
    expect((await whatIf('5', { changes: { sbpMmHg: 'high' } })).status).toBe(400);
  });

  test('an unknown patient is a page that says so, with status 404', async () => {
    const response = await page.goto('/diagnosis/patients/999999');
    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { name: /no (such )?person/ }).waitFor();
    await expectAccessible(page);
  });

  test('the model card says who it was trained on, how well it does and for whom not to use it', async () => {
    await page.goto('/diagnosis/models/hypertension');
    const text = await page.locator('main').innerText();
    expect(text).toContain('7,704 people');
    expect(text).toContain('Not an approved medical device');
    expect(text).toMatch(/AUROC\s+0\.7[89]\d/);
    await page.getByText('perfect').waitFor();
    await expectAccessible(page);
    await picture(page, 'model-card');
  });

  test('Chinese, dark and at 390 pixels every page keeps its words, its contrast and its width', async () => {
    const phone = await visit(browser, {
      locale: 'zh-CN',
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
    });
    await signIn(phone.page, 'clinician');
    const pages = {
      worklist: '/diagnosis?outcome=hypertension',
      patient: '/diagnosis/patients/5?explain=hypertension',
      card: '/diagnosis/models/hypertension',
      training: '/training',
    };
    for (const [name, address] of Object.entries(pages)) {
      await phone.page.goto(address);
      await phone.page.waitForLoadState('networkidle');
      expect(await phone.page.locator('html').getAttribute('lang')).toMatch(/^zh/);
      expect(await phone.page.locator('main').innerText()).toMatch(/[\u4e00-\u9fff]{2}/);
      await expectNoSidewaysScroll(phone.page);
      await expectAccessible(phone.page);
      await picture(phone.page, `${name}-zh-dark-390`);
    }
    expect(phone.problems).toEqual([]);
    await phone.page.context().close();
  });

  test('dark at full width has no serious accessibility finding either', async () => {
    const dark = await visit(browser, { colorScheme: 'dark' });
    await dark.page.goto('/sign-in');
    await expectAccessible(dark.page);
    await signIn(dark.page, 'clinician');
    for (const address of [
      '/diagnosis',
      '/diagnosis/patients/5',
      '/diagnosis/models/diabetes',
      '/training',
    ]) {
      await dark.page.goto(address);
      await expectAccessible(dark.page);
    }
    await picture(dark.page, 'training-dark');
    await dark.page.goto('/diagnosis/patients/5?explain=hypertension');
    await picture(dark.page, 'patient-dark');
    await dark.page.context().close();
  });

  test('what was read of a patient stands in the audit trail', async () => {
    await page.goto('/diagnosis/patients/7');
    const { url } = await startEmbedded(inject('home'));
    const database = await openDatabase(url);
    try {
      const { rows } = await audit(database).list({ page: 1, pageSize: 5 });
      expect(rows[0]).toMatchObject({ role: 'clinician', subjectIds: ['7'] });
    } finally {
      await database.close();
    }
  });
});
