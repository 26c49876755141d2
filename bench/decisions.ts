/**
 * How fast payments are decided: `npm run bench:decisions`. Starts the product in a data folder of its own, with its
 * embedded database, or asks the running one at `PRAXIS_URL` with the data folder `PRAXIS_HOME`; waits until no model is
 * trained any more, then asks at a steady rate whatever the answers take; after that the same desk in this process, with a
 * log in memory. One JSON line per work.
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openModel } from '@praxis/core';
import { demoPassword } from '@praxis/db';
import {
  type DecisionModel,
  type DecisionRequest,
  defaultPolicy,
  openDecisionDesk,
  type PaymentLog,
} from '@praxis/fraud';
import { z } from 'zod';
import { answers, freePort, newHome, startProduct } from '../tests/e2e/product.ts';

const perSecond = 200;
const seconds = Number(process.env.PRAXIS_BENCH_SECONDS ?? 120);
const goals = { p99Ms: 25, inProcessPerSecond: 20_000 };
const startSeconds = 300;
const readySeconds = 900;
const inProcess = 40_000;
const together = 128;
/** Payments of the measured minutes have ids that no simulated day reaches. */
const firstId = 1_000_000_000;

const runList = z.object({ runs: z.array(z.object({ outcome: z.string(), status: z.string() })) });
const decided = z.object({
  answer: z.string(),
  model: z.string().nullable(),
  failure: z.string().nullable(),
});

/** Cards and terminals of the demo's world, in an order that comes back to each card every ten seconds. */
const request = (number: number): DecisionRequest => ({
  transactionId: firstId + number,
  time: new Date().toISOString(),
  customer: (number * 37) % 2_000,
  terminal: (number * 101) % 4_000,
  amountMinor: 500 + ((number * 7_919) % 20_000),
  currency: 'EUR',
  simulated: true,
});

async function modelsReady(url: string): Promise<void> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'administrator@demo.invalid', password: demoPassword }),
  });
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  for (let waited = 0; waited < readySeconds; waited++) {
    const answer = await fetch(`${url}/api/v1/training?vertical=fraud`, {
      headers: { cookie: cookie.join('; ') },
    });
    const { runs } = runList.parse(await answer.json());
    if (runs.some(({ status }) => status === 'succeeded')) {
      const all = await fetch(`${url}/api/v1/training?vertical=diagnosis`, {
        headers: { cookie: cookie.join('; ') },
      });
      const others = runList.parse(await all.json()).runs;
      if (others.every(({ status }) => status !== 'queued' && status !== 'running')) return;
    }
    await sleep(1_000);
  }
  throw new Error(`The models were not ready after ${readySeconds} s.`);
}

const share = (sorted: readonly number[], of: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(of * sorted.length) - 1)] ?? Number.NaN;

/** Asks at a steady rate: a late answer does not hold up the next question. Latencies in ms, and the artifact that scored. */
async function steadily(url: string, key: string, count: number, first: number) {
  const latencies: number[] = [];
  const faults: string[] = [];
  let artifact: string | null = null;
  const ask = async (number: number): Promise<void> => {
    const began = performance.now();
    const response = await fetch(`${url}/api/v1/fraud/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(request(number)),
    });
    const body = await response.text();
    latencies.push(performance.now() - began);
    if (!response.ok) {
      faults.push(body.slice(0, 200));
      return;
    }
    const { model, failure } = decided.parse(JSON.parse(body));
    if (failure !== null) faults.push(failure);
    artifact = model ?? artifact;
  };
  const asked: Promise<void>[] = [];
  const began = performance.now();
  for (let number = 0; number < count; number++) {
    const due = began + (1_000 * number) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    asked.push(ask(first + number));
  }
  await Promise.all(asked);
  return { latencies: latencies.toSorted((a, b) => a - b), faults, artifact };
}

function logInMemory(): PaymentLog {
  let position = { transaction: 0, label: 0 };
  return {
    span: async () => null,
    positionAt: async () => position,
    tail: async () => ({ position, transactions: [], labels: [] }),
    async append(_after, _asked, decide) {
      const stored = await decide({ position, transactions: [], labels: [] }, [], []);
      position = { ...position, transaction: position.transaction + stored.length };
      return position;
    },
  };
}

/** Without explanations: which payments have one hangs on the model, and each costs more than a hundred decisions. */
async function inThisProcess(models: string, artifact: string) {
  const open = await openModel(models, artifact);
  const features = open.card.features.map(({ name, kind, unit }) => {
    if (kind === 'category') throw new Error(`${name} is a category: payments have none.`);
    return { name, kind, unit };
  });
  const model: DecisionModel = {
    artifact,
    score: async (rows, count) =>
      (await open.scoreMatrix({ features, rows: count, values: rows }, { explain: false })).probability,
    explain: async () => ({}),
  };
  const desk = openDecisionDesk({
    log: logInMemory(),
    model: async () => model,
    policy: defaultPolicy,
    nowSeconds: () => Date.now() / 1000,
  });
  const run = async (from: number, to: number) => {
    for (let number = from; number < to; number += together) {
      await Promise.all(
        Array.from({ length: together }, (_, index) => desk.decide(request(number + index), null)),
      );
    }
  };
  await run(0, together * 20);
  const began = performance.now();
  const used = process.cpuUsage();
  await run(together * 20, together * 20 + inProcess);
  const { user, system } = process.cpuUsage(used);
  const elapsed = (performance.now() - began) / 1000;
  await open.release();
  return {
    perSecond: Math.round(inProcess / elapsed),
    perCpuSecond: Math.round(inProcess / ((user + system) / 1e6)),
  };
}

const running = process.env.PRAXIS_URL;
const home = running === undefined ? await newHome() : z.string().parse(process.env.PRAXIS_HOME);
const port = await freePort();
const url = running ?? `http://localhost:${port}`;
const product = running === undefined ? startProduct(home, port, { PRAXIS_LIVE_SPEED: '0' }) : null;
try {
  if (product) await answers(url, product, startSeconds);
  await modelsReady(url);
  const key = (await readFile(path.join(home, 'decisions-key'), 'utf8')).trim();
  await steadily(url, key, perSecond * 5, 0);
  const { latencies, faults, artifact } = await steadily(url, key, perSecond * seconds, perSecond * 5);
  const [p50, p99] = [0.5, 0.99].map((of) => Number(share(latencies, of).toFixed(2)));
  console.log(
    JSON.stringify({
      work: 'decisions over HTTP, stored',
      unit: 'ms',
      perSecond,
      seconds,
      p50,
      p99,
      most: Number(latencies.at(-1)?.toFixed(2)),
      goalP99: goals.p99Ms,
      faults: faults.length,
    }),
  );
  for (const fault of [...new Set(faults)].slice(0, 5)) console.error(fault);
  if (artifact === null) throw new Error('No decision was made by a model.');
  const rate = await inThisProcess(path.join(home, 'models'), artifact);
  console.log(
    JSON.stringify({
      work: 'decisions in process',
      unit: 'decisions/s',
      praxis: rate.perSecond,
      perCpuSecond: rate.perCpuSecond,
      goal: goals.inProcessPerSecond,
    }),
  );
} finally {
  if (product) {
    product.child.kill('SIGINT');
    await product.exited;
    await rm(home, { recursive: true, force: true });
  }
}
