/** A clinician computes a risk on their own device: nothing that was typed leaves it, and the server agrees. */
import { audit, openDatabase, startEmbedded } from '@praxis/db';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { cookiesOf, modelsReady } from './product-state.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture, signIn, visit } from './visitor.ts';

const address = '/diagnosis/private-score';
const ready = 'Ready: model loaded and checked.';
const outcomeNames = {
  diabetes: 'Diabetes',
  hypertension: 'Hypertension',
  cardiovascular: 'Cardiovascular',
} as const;

let browser: Browser;
let cookie: string;

beforeAll(async () => {
  browser = await openBrowser();
  cookie = await cookiesOf('clinician');
  await modelsReady(cookie);
}, 300_000);
afterAll(() => browser.close());

const serverRisk = z.object({
  status: z.literal('risk'),
  outcome: z.enum(['diabetes', 'hypertension', 'cardiovascular']),
  probability: z.number(),
  lower: z.number(),
  upper: z.number(),
  outOfFold: z.boolean(),
  /** No risk is given where it is not null. */
  abstains: z.unknown(),
  contributions: z.array(
    z.object({ feature: z.string(), value: z.number().nullable(), logOdds: z.number() }),
  ),
});
type ServerRisk = z.infer<typeof serverRisk>;

/** A person's risks as the server computes them. */
async function risksOf(id: number): Promise<ServerRisk[]> {
  const response = await fetch(`${inject('url')}/api/v1/diagnosis/patients/${id}/what-if`, {
    method: 'POST',
    headers: {
      cookie,
      origin: inject('url'),
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ changes: {} }),
  });
  if (response.status === 404) return [];
  const { risks } = z.object({ risks: z.array(z.unknown()) }).parse(await response.json());
  return risks.flatMap((risk) => {
    const read = serverRisk.safeParse(risk);
    return read.success ? [read.data] : [];
  });
}

/** Someone whom the server scores with the final model, the one that browsers get, and of whom much is known. */
async function someoneOutsideTheCohort(): Promise<{ id: number; risk: ServerRisk }> {
  for (let id = 1; id < 400; id += 1) {
    const risk = (await risksOf(id)).find(
      ({ outOfFold, abstains, contributions }) =>
        !outOfFold &&
        abstains === null &&
        contributions.every(
          ({ feature, value }) => value !== null || feature === 'fib4' || feature === 'hdlMgDl',
        ),
    );
    if (risk) return { id, risk };
  }
  throw new Error('No one among the first 400 is scored by the final model.');
}

/** What a page says over the network, and what the thread that computes answers it. */
async function observed(options: BrowserContextOptions = {}) {
  const { page, problems } = await visit(browser, options);
  const sent: string[] = [];
  page.context().on('request', (request) => {
    const headers = Object.entries(request.headers()).flat().join(' ');
    sent.push(`${request.method()} ${request.url()} ${headers} ${request.postData() ?? ''}`);
  });
  page.on('websocket', (socket) => {
    sent.push(socket.url());
    socket.on('framesent', ({ payload }) => sent.push(String(payload)));
  });
  await page.addInitScript(() => {
    const scores: number[][] = [];
    Object.assign(window, { scores });
    window.Worker = class extends Worker {
      constructor(url: string | URL, settings?: WorkerOptions) {
        super(url, settings);
        this.addEventListener('message', ({ data }) => {
          if (data.kind !== 'ran') return;
          const { probability, lower, upper } = data.outputs;
          scores.push([probability.data[0], lower.data[0], upper.data[0]]);
        });
      }
    };
  });
  await signIn(page, 'clinician');
  return { page, problems, sent };
}

/** Probability, lower and upper end as the thread last answered them. */
async function lastScore(page: Page): Promise<readonly number[]> {
  const scores = await page.evaluate(() => Reflect.get(window, 'scores'));
  return z.array(z.array(z.number())).parse(scores).at(-1) ?? [];
}

async function untilReady(page: Page): Promise<void> {
  await page.getByText(ready).waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
}

/** Labels of the fields by feature; what is missing here is a box to tick or a choice. */
const labels: Readonly<Record<string, string>> = {
  ageYears: 'Age, years',
  weightKg: 'Weight, kg',
  heightCm: 'Height, cm',
  bmi: 'Body mass index, kg/m²',
  hdlMgDl: 'HDL cholesterol, mg/dL',
  sbpMmHg: 'Systolic pressure, mmHg',
  fib4: 'FIB-4',
  hdlCount: 'Number of HDL measurements',
  sbpCount: 'Number of pressure measurements',
  smokeCount: 'Number of smoking records',
  fib4Count: 'FIB-4 above 2.67',
};
const diagnoses: Readonly<Record<string, string>> = {
  priorNafld: 'Fatty-liver disease',
  priorHypertension: 'Hypertension',
  priorDiabetes: 'Diabetes',
  priorDyslipidemia: 'Dyslipidaemia',
  priorMyocardialInfarction: 'Myocardial infarction',
  priorAngina: 'Angina or ischaemia',
  priorHeartFailure: 'Heart failure',
  priorStroke: 'Stroke',
  priorAtrialFibrillation: 'Atrial fibrillation',
  priorCardiacArrest: 'Cardiac arrest',
};

async function type(page: Page, values: Readonly<Record<string, number | null>>): Promise<void> {
  const form = page.getByRole('form', { name: 'What is known' });
  await form.getByText('How often it was measured').click();
  // The index is typed last: weight and height make it follow them.
  const order = Object.keys(values).toSorted((a, b) => Number(a === 'bmi') - Number(b === 'bmi'));
  for (const feature of order) {
    const value = values[feature] ?? null;
    const [label, diagnosis] = [labels[feature], diagnoses[feature]];
    if (value === null) continue;
    if (feature === 'male') await form.getByText(value === 1 ? 'Male' : 'Female', { exact: true }).click();
    else if (feature === 'smoker') await form.getByText(value === 1 ? 'Yes' : 'No', { exact: true }).click();
    else if (diagnosis !== undefined) {
      await form.getByRole('checkbox', { name: diagnosis, exact: true }).setChecked(value === 1);
    } else if (label !== undefined)
      await form.getByRole('textbox', { name: label, exact: true }).fill(String(value));
    else throw new Error(`The form has no ${feature}.`);
  }
}

test('the score of a person typed in equals the server’s, and no request follows the loading of the model', async () => {
  const { risk } = await someoneOutsideTheCohort();
  const { page, problems, sent } = await observed();
  await page.goto(address);
  await untilReady(page);
  await page.getByText(outcomeNames[risk.outcome], { exact: true }).first().click();
  await untilReady(page);
  const before = sent.length;
  expect(before).toBeGreaterThan(0);

  const values = Object.fromEntries(risk.contributions.map(({ feature, value }) => [feature, value]));
  await type(page, values);
  await page.getByText('95% interval').first().waitFor();
  await expect
    .poll(async () => {
      const [probability = Number.NaN] = await lastScore(page);
      return Math.abs(probability - risk.probability);
    })
    .toBeLessThanOrEqual(1e-5);
  const [, lower = Number.NaN, upper = Number.NaN] = await lastScore(page);
  expect(Math.abs(lower - risk.lower)).toBeLessThanOrEqual(1e-5);
  expect(Math.abs(upper - risk.upper)).toBeLessThanOrEqual(1e-5);
  const shown = await page.locator('main').innerText();
  expect(shown).toContain(`${Math.round(100 * risk.probability)}%`);
  expect(shown).toContain('Average person');

  // Other pages ask for news every 10 s; this one does not.
  await page.waitForTimeout(12_000);
  expect(sent.slice(before)).toEqual([]);
  await expectAccessible(page);
  await picture(page, 'private-score', true);
  expect(problems).toEqual([]);
  await page.context().close();
}, 300_000);

test('values that occur nowhere else are in no request, whatever is pressed', async () => {
  const { page, problems, sent } = await observed();
  await page.goto(address);
  await untilReady(page);
  await type(page, {
    ageYears: 61,
    male: 1,
    weightKg: 83.725,
    heightCm: 171.375,
    sbpMmHg: 173.625,
    hdlMgDl: 41.875,
    priorStroke: 1,
  });
  await page.getByText('95% interval').first().waitFor();
  await page.getByText('Hypertension', { exact: true }).first().click();
  await untilReady(page);
  await page.getByText('95% interval').first().waitFor();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByText('Enter age and sex to see the risk.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Weight, kg' }).inputValue()).toBe('');
  await page.goto('/diagnosis');
  const everything = sent.join('\n');
  for (const value of ['83.725', '171.375', '173.625', '41.875']) expect(everything).not.toContain(value);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('from a patient’s page the values come along, and none of them is sent', async () => {
  const { id, risk } = await someoneOutsideTheCohort();
  const { page, problems, sent } = await observed();
  await page.goto(`/diagnosis/patients/${id}`);
  await page.waitForLoadState('networkidle');
  const before = sent.length;
  await page.getByRole('link', { name: 'Compute on this device' }).click();
  await page.waitForURL(`**${address}`);
  await untilReady(page);
  await page.getByText(`Values of person ${id}`).waitFor();
  await page.getByText(outcomeNames[risk.outcome], { exact: true }).first().click();
  await untilReady(page);
  await expect
    .poll(async () => {
      const [probability = Number.NaN] = await lastScore(page);
      return Math.abs(probability - risk.probability);
    })
    .toBeLessThanOrEqual(1e-5);
  for (const request of sent.slice(before)) expect(request).toMatch(/^GET /);
  await page.reload();
  await untilReady(page);
  expect(await page.getByText(`Values of person ${id}`).count()).toBe(0);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('the page may not compile WebAssembly, only the thread may, and that can reach no address', async () => {
  const { page } = await observed();
  const policies = new Map<string, string>();
  page.context().on('response', (response) => {
    policies.set(response.url(), response.headers()['content-security-policy'] ?? '');
  });
  await page.goto(address);
  await untilReady(page);
  expect(policies.get(page.url())).not.toContain('wasm-unsafe-eval');
  const [thread] = page.workers();
  const policy = policies.get((thread?.url() ?? '').split('#')[0] ?? '') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).not.toContain('connect-src');
  const reached = await thread?.evaluate(() =>
    fetch('/api/v1/health').then(
      () => true,
      () => false,
    ),
  );
  expect(reached).toBe(false);
  await page.context().close();
});

describe('what goes wrong is said in words', () => {
  async function opened(prepare: (page: Page) => Promise<unknown>) {
    const { page } = await visit(browser);
    await signIn(page, 'clinician');
    await prepare(page);
    await page.goto(address);
    return page;
  }

  test('a file that is not the model is not opened; the right one is, on trying again', async () => {
    const page = await opened((page) =>
      page.route('**/model.onnx', async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
        await route.fulfill({ response, body });
      }),
    );
    await page.getByText('The loaded file is not the model that was promised').waitFor({ timeout: 60_000 });
    await expectAccessible(page);
    await picture(page, 'private-score-damaged');
    await page.unroute('**/model.onnx');
    await page.getByRole('button', { name: 'Try again' }).click();
    await untilReady(page);
    await page.context().close();
  });

  test('a model that is gone, and a server that does not answer', async () => {
    const page = await opened((page) =>
      page.route('**/model.onnx', (route) => route.fulfill({ status: 500 })),
    );
    await page.getByText('The server has no file for this model.').waitFor({ timeout: 60_000 });
    await page.unroute('**/model.onnx');
    await page.route('**/model.onnx', (route) => route.abort());
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The server did not answer').waitFor();
    await page.context().close();
  });

  test('a browser without WebAssembly', async () => {
    const page = await opened((page) =>
      page.addInitScript(() => {
        Reflect.deleteProperty(window, 'WebAssembly');
      }),
    );
    await page.getByText('it has no WebAssembly').waitFor();
    await page.context().close();
  });

  test('loading is cancelled, and begun again, by keyboard', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const page = await opened((page) =>
      page.route('**/*.wasm', async (route) => {
        await held;
        await route.continue().catch(() => {});
      }),
    );
    await page.getByRole('progressbar').waitFor();
    await picture(page, 'private-score-loading');
    await page.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is loaded.').waitFor();
    release();
    await page.getByRole('button', { name: 'Load the model' }).focus();
    await page.keyboard.press('Enter');
    await untilReady(page);
    await page.context().close();
  });

  test('a value that cannot be is named with its bounds, in the unit of the reader', async () => {
    const page = await opened(async () => {});
    await untilReady(page);
    await page.getByRole('textbox', { name: 'Systolic pressure, mmHg' }).fill('1730');
    await page.getByText('Enter a number from 70 to 250 mmHg.').waitFor();
    await page.getByText('Some values are outside what is possible').waitFor();
    await page.context().addCookies([{ name: 'praxis-lipid-unit', value: 'mmolL', url: inject('url') }]);
    await page.reload();
    await untilReady(page);
    await page.getByRole('textbox', { name: 'HDL cholesterol, mmol/L' }).fill('9');
    await page.getByText(/Enter a number from 0\.26 to 3\.88 mmol\/L\./).waitFor();
    await page.context().close();
  });
});

test('in Chinese, dark, and at 390 pixels it keeps its words, its contrast and its width', async () => {
  const { page, problems } = await observed({
    locale: 'zh-CN',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  });
  await page.goto(address);
  await page.getByText('已就绪').waitFor({ timeout: 60_000 });
  await page.getByRole('textbox', { name: '年龄（岁）' }).fill('58');
  await page.getByText('女', { exact: true }).click();
  await page.getByRole('textbox', { name: '收缩压（mmHg）' }).fill('150');
  await page
    .getByText(/95% 区间/)
    .first()
    .waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await picture(page, 'private-score-zh-dark-390', true);
  expect(problems).toEqual([]);
  await page.context().close();

  const wide = await observed({ colorScheme: 'dark' });
  await wide.page.goto(address);
  await untilReady(wide.page);
  await type(wide.page, { ageYears: 66, male: 1, weightKg: 96, heightCm: 178, sbpMmHg: 152, smoker: 1 });
  await wide.page.getByText('95% interval').first().waitFor();
  await expectAccessible(wide.page);
  await picture(wide.page, 'private-score-dark', true);
  expect(wide.problems).toEqual([]);
  await wide.page.context().close();
});

describe('the file of a model', () => {
  const file = (outcome: string, headers: Record<string, string>) =>
    fetch(`${inject('url')}/api/v1/diagnosis/models/${outcome}/model.onnx`, { headers });

  test('is for clinicians alone, carries its hash, and is not sent twice', async () => {
    expect((await file('diabetes', {})).status).toBe(401);
    expect((await file('diabetes', { cookie: await cookiesOf('administrator') })).status).toBe(403);
    expect((await file('happiness', { cookie })).status).toBe(404);
    const answer = await file('diabetes', { cookie });
    expect(answer.status).toBe(200);
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).toBe(`"${Buffer.from(digest).toString('hex')}"`);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect((await file('diabetes', { cookie, 'if-none-match': etag })).status).toBe(304);
  });

  test('leaves a trace of who took it', async () => {
    await file('hypertension', { cookie });
    const { url } = await startEmbedded(inject('home'));
    const database = await openDatabase(url);
    try {
      const { rows } = await audit(database).list({ page: 1, pageSize: 1 });
      expect(rows[0]).toMatchObject({
        role: 'clinician',
        action: 'diagnosis.modelFile',
        subjectType: 'model',
        detail: { outcome: 'hypertension' },
      });
    } finally {
      await database.close();
    }
  });
});
