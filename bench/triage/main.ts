/**
 * How long an analyst waits after a key: `npm run bench:triage`. Starts the product in a data folder of its own, or asks the
 * running one as it is at `PRAXIS_URL` with the data folder `PRAXIS_HOME`, where its payments and verdicts stay. Fills the
 * queue, then works it off in a real browser, key after key. One JSON line a work: `shown` from the key to the frame that shows what it
 * asked for, `stored` from the request to its answer.
 */
import { readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoPassword } from '@praxis/db';
import { chromium, type Page } from 'playwright';
import { z } from 'zod';
import { browserPath } from '../../tests/browser.ts';
import { answers, freePort, newHome, startProduct } from '../../tests/e2e/product.ts';
import { openAlerts } from './payments.ts';
import { alertInHand, type Expected, pressed } from './screen.ts';

/** A round is two verdicts, an undo and a step to the next alert; it uses up one alert and leaves one for later. */
const rounds = Number(process.env.PRAXIS_BENCH_ROUNDS ?? 100);
const goalMs = 100;
/** Rounds before the measured ones, in which code is compiled and read into memory. */
const warmUp = 5;
const startSeconds = 300;
const readySeconds = 1_800;

const runList = z.object({ runs: z.array(z.object({ vertical: z.string(), status: z.string() })) });

async function cookieOf(url: string, role: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: `${role}@demo.invalid`, password: demoPassword }),
  });
  if (!response.ok) throw new Error(`Signing in as ${role} answered ${response.status}.`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Resolves when a fraud model serves and nothing trains any more. */
async function quiet(url: string): Promise<void> {
  const cookie = await cookieOf(url, 'administrator');
  for (let waited = 0; waited < readySeconds; waited++) {
    const lists = await Promise.all(
      ['fraud', 'diagnosis'].map(async (vertical) => {
        const answer = await fetch(`${url}/api/v1/training?vertical=${vertical}`, { headers: { cookie } });
        return runList.parse(await answer.json()).runs;
      }),
    );
    const runs = lists.flat();
    const busy = runs.some(({ status }) => status === 'queued' || status === 'running');
    if (!busy && runs.some((run) => run.vertical === 'fraud' && run.status === 'succeeded')) return;
    await sleep(1_000);
  }
  throw new Error(`The models were not ready after ${readySeconds} s.`);
}

const tookMs = new Map<string, number[]>();
function took(work: string, milliseconds: number): void {
  tookMs.set(work, [...(tookMs.get(work) ?? []), milliseconds]);
}

/** Two verdicts, the first of them taken back, and a step to the next alert; each alert is in hand before the next key. */
async function round(page: Page, measured: boolean): Promise<void> {
  const note = (work: string, milliseconds: number) => {
    if (measured) took(work, milliseconds);
  };
  const held = 'You hold this alert until';
  /** Presses a key and waits for its work, and for the claim of the alert that it brings. */
  const step = async (work: string, key: string, expected: Expected, claims: boolean) => {
    const [shown, claim] = await pressed(page, key, [expected, { alert: expected.alert, text: held }]);
    note(work, shown);
    // An alert that was in hand before says so from memory.
    if (claims) note('claim', claim);
  };
  const verdict = async (claims: boolean) => {
    const id = await alertInHand(page);
    await page.keyboard.press('g');
    await page.getByText('Genuine, because').waitFor();
    await step('verdict', '1', { alert: { not: id }, text: `Alert ${id}: Genuine` }, claims);
    return id;
  };
  const first = await verdict(true);
  await step(
    'undo',
    'u',
    { alert: { is: first }, text: `The verdict on alert ${first} was taken back` },
    false,
  );
  await verdict(false);
  await step('next', 'n', { alert: { not: await alertInHand(page) }, text: 'Fraud or not?' }, true);
}

/** How long the server took over what the page sent and read, by what it was. */
async function answered(page: Page): Promise<void> {
  const requests = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/api/v1/fraud/alerts/'))
      .map(({ name, duration }) => ({ name, duration })),
  );
  for (const { name, duration } of requests) {
    const act = new URL(name).pathname.split('/')[6];
    took(act === undefined ? 'alert read' : `${act} stored`, duration);
  }
}

/** @param scored share of the alerts that a model scored */
function report(scored: number): void {
  for (const [work, all] of [...tookMs].sort()) {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share: number) =>
      Number((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1));
    const isShown = !work.endsWith('stored') && work !== 'alert read';
    console.log(
      JSON.stringify({
        work: isShown ? `${work} shown` : work,
        unit: 'ms',
        count: sorted.length,
        p50: at(0.5),
        p95: at(0.95),
        most: at(1),
        goalP95: goalMs,
        scored,
        cores: availableParallelism(),
        load: Number(loadavg()[0]?.toFixed(1)),
      }),
    );
  }
}

async function bench(url: string, home: string): Promise<void> {
  const key = (await readFile(path.join(home, 'decisions-key'), 'utf8')).trim();
  const alerts = 2 * (rounds + warmUp) + 10;
  const scored = await openAlerts(url, key, alerts);
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('No browser: "node tests/browser.ts" installs one.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const page = await browser.newPage({
      baseURL: url,
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
    });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'analyst@' }).press('Enter');
    await page.waitForURL('**/fraud');
    await page.keyboard.press('n');
    await page.getByText('You hold this alert until').waitFor();
    for (let turn = 0; turn < warmUp; turn++) await round(page, false);
    await page.evaluate(() => {
      performance.clearResourceTimings();
      performance.setResourceTimingBufferSize(100_000);
    });
    for (let turn = 0; turn < rounds; turn++) await round(page, true);
    await answered(page);
  } finally {
    await browser.close();
  }
  report(scored / alerts);
}

const running = process.env.PRAXIS_URL;
if (running !== undefined) await bench(running, z.string().parse(process.env.PRAXIS_HOME));
else {
  const home = await newHome();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const product = startProduct(home, port, { PRAXIS_LIVE_SPEED: '0' });
  try {
    await answers(url, product, startSeconds);
    await quiet(url);
    await bench(url, home);
  } finally {
    product.child.kill('SIGINT');
    await product.exited;
    await rm(home, { recursive: true, force: true });
  }
}
