/**
 * How long pages take while every core trains: `npm run bench:responsiveness`. Starts the product in a data folder of its
 * own, or asks the running one at `PRAXIS_URL` (demo accounts on, models ready). One JSON line per work and condition.
 */
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoPassword } from '@praxis/db';
import { z } from 'zod';
import { answers, freePort, newHome, startProduct } from '../tests/e2e/product.ts';

const requests = 300;
const goalMs = 100;
/** A cold start builds the web app. */
const startSeconds = 300;
const readySeconds = 600;
/** People of the cohort whose pages are read in turn. */
const people = [1, 2, 5, 10, 100, 1_000, 5_000, 10_000];

/** A request of a signed-in person; rejects where the answer is not a success. */
type Ask = (path: string, init?: RequestInit) => Promise<string>;

const works: Readonly<Record<string, (ask: Ask, turn: number) => Promise<unknown>>> = {
  worklist: (ask, turn) => ask(`/diagnosis?outcome=cardiovascular&page=${1 + (turn % 20)}`),
  patient: (ask, turn) => ask(`/diagnosis/patients/${people[turn % people.length]}`),
  whatIf: (ask, turn) =>
    ask(`/api/v1/diagnosis/patients/${people[turn % people.length]}/what-if`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ changes: { sbpMmHg: 110 + (turn % 60) } }),
    }),
};

async function signIn(url: string, role: string): Promise<Ask> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: `${role}@demo.invalid`, password: demoPassword }),
  });
  if (!response.ok) throw new Error(`Signing in as ${role} answered ${response.status}.`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return async (path, init) => {
    const headers = { ...init?.headers, cookie: cookie.join('; '), origin: url };
    const answer = await fetch(`${url}${path}`, { ...init, headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 200)}`);
    return text;
  };
}

const runList = z.object({ runs: z.array(z.object({ outcome: z.string(), status: z.string() })) });
const outcomes = ['diabetes', 'hypertension', 'cardiovascular'];

async function runsOf(administrator: Ask) {
  return runList.parse(JSON.parse(await administrator('/api/v1/training'))).runs;
}

/** Resolves when each outcome has a model and nothing trains any more. */
async function quiet(administrator: Ask): Promise<void> {
  for (let waited = 0; waited < readySeconds; waited++) {
    const runs = await runsOf(administrator);
    const busy = runs.some(({ status }) => status === 'queued' || status === 'running');
    const ready = new Set(runs.filter(({ status }) => status === 'succeeded').map(({ outcome }) => outcome));
    if (!busy && ready.size === outcomes.length) return;
    await sleep(1_000);
  }
  throw new Error(`The models were not ready within ${readySeconds} s.`);
}

/** Keeps a run of every outcome queued or running until the signal fires: no worker is ever without one. */
async function keepTraining(administrator: Ask, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    for (const outcome of outcomes) {
      await administrator('/api/v1/training', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ vertical: 'diagnosis', outcome }),
      });
    }
    await sleep(1_000, undefined, { signal }).catch(() => {});
  }
}

/** Resolves when as many runs are under way as there are cores, or workers. */
async function allBusy(administrator: Ask): Promise<number> {
  const wanted = Math.min(2, availableParallelism());
  for (;;) {
    const running = (await runsOf(administrator)).filter(({ status }) => status === 'running').length;
    if (running >= wanted) return running;
    await sleep(200);
  }
}

async function keepExporting(clinician: Ask, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await clinician('/api/v1/diagnosis/worklist.csv?outcome=cardiovascular');
}

/** One request after the other, as one person makes them. */
async function measure(clinician: Ask, condition: string): Promise<void> {
  for (const [work, ask] of Object.entries(works)) {
    for (let turn = 0; turn < people.length; turn++) await ask(clinician, turn);
    const tookMs: number[] = [];
    for (let turn = 0; turn < requests; turn++) {
      const began = performance.now();
      await ask(clinician, turn);
      tookMs.push(performance.now() - began);
    }
    tookMs.sort((a, b) => a - b);
    const at = (share: number) => Number((tookMs[Math.ceil(share * requests) - 1] ?? Number.NaN).toFixed(1));
    console.log(
      JSON.stringify({
        work,
        condition,
        requests,
        p50Ms: at(0.5),
        p95Ms: at(0.95),
        p99Ms: at(0.99),
        maxMs: at(1),
        goalMs,
        cores: availableParallelism(),
      }),
    );
  }
}

async function bench(url: string): Promise<void> {
  const [clinician, administrator] = await Promise.all([
    signIn(url, 'clinician'),
    signIn(url, 'administrator'),
  ]);
  await quiet(administrator);
  await measure(clinician, 'idle');
  const stop = new AbortController();
  const training = keepTraining(administrator, stop.signal);
  await allBusy(administrator);
  await measure(clinician, 'training');
  const exporting = keepExporting(clinician, stop.signal);
  await measure(clinician, 'training and export');
  stop.abort();
  await Promise.all([training, exporting]);
}

const running = process.env.PRAXIS_URL;
if (running) await bench(running);
else {
  const [home, port] = await Promise.all([newHome(), freePort()]);
  const product = startProduct(home, port);
  const url = `http://localhost:${port}`;
  try {
    await answers(url, product, startSeconds);
    await bench(url);
  } finally {
    product.child.kill('SIGINT');
    await product.exited;
    await rm(home, { recursive: true, force: true });
  }
}
