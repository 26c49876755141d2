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
import { simulateDays, simulatedWorld } from '@praxis/fraud';
import {
  type DecisionModel,
  type DecisionRequest,
  defaultPolicy,
  openDecisionDesk,
  type PaymentLog,
} from '@praxis/fraud/service';
import { z } from 'zod';
import { answers, freePort, newHome, startProduct } from '../tests/e2e/product.ts';

const perSecond = 200;
const seconds = Number(process.env.PRAXIS_BENCH_SECONDS ?? 120);
const goals = { p99Ms: 25, inProcessPerSecond: 20_000 };
const warmSeconds = 5;
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

/** The demo's world: its cards and terminals have ninety days of history before yesterday. */
const world = { seed: 20, customers: 2_000, terminals: 4_000 };
const historyDays = 90;
const daySeconds = 86_400;

/**
 * What this world goes on to pay after its history, told faster, so that the last payment is of now: two minutes ask about six
 * days. A card pays three to four times as often as it used to.
 */
function requests(count: number): readonly DecisionRequest[] {
  const now = Math.floor(Date.now() / 1000);
  const from = Math.floor(now / daySeconds - 1) * daySeconds;
  const start = new Date((from - historyDays * daySeconds) * 1000).toISOString().slice(0, 10);
  const perDay = 1.5 * world.customers;
  const days = historyDays + Math.ceil(count / perDay) + 1;
  const payments = [...simulateDays(simulatedWorld({ ...world, start, days }))]
    .slice(historyDays)
    .flatMap(({ transactions }) => transactions)
    .slice(0, count);
  const last = payments[count - 1];
  if (last === undefined) throw new Error(`The simulated world pays ${payments.length} times, not ${count}.`);
  const faster = (now - from) / (last.timeSeconds - from);
  return payments.map(({ timeSeconds, customer, terminal, amountMinor }, number) => ({
    transactionId: firstId + number,
    time: new Date(Math.floor(from + faster * (timeSeconds - from)) * 1000).toISOString(),
    customer,
    terminal,
    amountMinor,
    currency: 'EUR',
    simulated: true,
  }));
}

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
async function steadily(url: string, key: string, asking: readonly DecisionRequest[]) {
  const latencies: number[] = [];
  const faults: string[] = [];
  let artifact: string | null = null;
  let looked = 0;
  const ask = async (request: DecisionRequest): Promise<void> => {
    const began = performance.now();
    const response = await fetch(`${url}/api/v1/fraud/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(request),
    });
    const body = await response.text();
    latencies.push(performance.now() - began);
    if (!response.ok) {
      faults.push(body.slice(0, 200));
      return;
    }
    const { answer, model, failure } = decided.parse(JSON.parse(body));
    if (answer !== 'approve') looked++;
    if (failure !== null) faults.push(failure);
    artifact = model ?? artifact;
  };
  const asked: Promise<void>[] = [];
  const began = performance.now();
  for (const [number, request] of asking.entries()) {
    const due = began + (1_000 * number) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    asked.push(ask(request));
  }
  await Promise.all(asked);
  return { latencies: latencies.toSorted((a, b) => a - b), faults, artifact, looked };
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
  const asking = requests(together * 20 + inProcess);
  const run = async (from: number, to: number) => {
    for (let number = from; number < to; number += together) {
      const group = asking.slice(number, Math.min(number + together, to));
      await Promise.all(group.map((request) => desk.decide(request, null)));
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
  const asking = requests(perSecond * (warmSeconds + seconds));
  await steadily(url, key, asking.slice(0, perSecond * warmSeconds));
  const { latencies, faults, artifact, looked } = await steadily(
    url,
    key,
    asking.slice(perSecond * warmSeconds),
  );
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
      notApproved: Number((looked / latencies.length).toFixed(3)),
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
