/** The processes of the product: how each is started. */
import path from 'node:path';
import type { Environment, Settings } from '../settings.ts';
import { root } from '../settings.ts';
import type { ChildPlan } from '../supervise/child.ts';

/** Answers in flight are given this long; a training step takes milliseconds, a graph's compilation a second or two. */
const graceMs = 10_000;
const deaths = 5;

/** Least urgent: a page is never late because a model is training. */
const trainingPriority = 19;
/** Seconds of work, for which somebody may wait: before training, after the pages. */
const stockPriority = 5;

/** What every process needs to know, given the database that runs. */
export function productEnvironment(
  settings: Settings,
  databaseUrl: string,
  { secret, decisionsKey }: { readonly secret: string; readonly decisionsKey: string },
): Environment {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PRAXIS_HOME: settings.home,
    PRAXIS_DEMO: settings.demo ? '1' : '0',
    PORT: String(settings.port),
    BETTER_AUTH_SECRET: secret,
    // One of the user's own goes before: the payment system knows it already.
    PRAXIS_DECISIONS_KEY: process.env.PRAXIS_DECISIONS_KEY ?? decisionsKey,
    BETTER_AUTH_URL: settings.publicUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/** Serves the build that is there. */
export function webPlan(environment: Environment): ChildPlan {
  return {
    name: 'web server',
    arguments: [path.join(import.meta.dirname, '../web-server.ts')],
    folder: root,
    environment,
    graceMs,
    deaths,
  };
}

/** A worker, counted from 1. */
export function workerPlan(number: number, environment: Environment): ChildPlan {
  return {
    name: `worker ${number}`,
    arguments: [path.join(import.meta.dirname, '../worker.ts')],
    folder: root,
    environment,
    priority: trainingPriority,
    graceMs,
    deaths,
  };
}

/** Plays the simulated live day. */
export function paymentsPlan(environment: Environment): ChildPlan {
  return {
    name: 'live day',
    arguments: [path.join(import.meta.dirname, '../payments.ts')],
    folder: root,
    environment,
    priority: trainingPriority,
    graceMs,
    deaths,
  };
}

/** Makes and verifies exercises. */
export function exercisesPlan(environment: Environment): ChildPlan {
  return {
    name: 'exercises',
    arguments: [path.join(import.meta.dirname, '../exercises.ts')],
    folder: root,
    environment,
    priority: stockPriority,
    graceMs,
    deaths,
  };
}

/** Learns from what learners did, at night. */
export function learningPlan(environment: Environment): ChildPlan {
  return {
    name: 'learning',
    arguments: [path.join(import.meta.dirname, '../learning.ts')],
    folder: root,
    environment,
    priority: trainingPriority,
    graceMs,
    deaths,
  };
}
