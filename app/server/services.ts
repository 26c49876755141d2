/** The one place where database, engine and verticals are put together for the web server. */
import 'server-only';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LoadedModel } from '@praxis/core';
import { openModelPool } from '@praxis/core/serving';
import {
  type Accounts,
  type Audit,
  audit,
  type Database,
  type Models,
  models,
  openAccounts,
  openDatabase,
  openQueue,
  type Queue,
  type Registry,
  registry,
  type TrainingRuns,
  trainingRuns,
} from '@praxis/db';
import type { DiagnosisService } from '@praxis/diagnosis';
import type { ClassService, PracticeService } from '@praxis/practice/service';
import { openDiagnosis } from '../diagnosis/service.ts';
import { type FraudServices, openFraud } from '../fraud/service.ts';
import { openClasses, openPractice } from '../practice/service.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { withDigest } from './failure.ts';

export interface Services {
  readonly environment: Environment;
  readonly database: Database;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly training: TrainingRuns;
  readonly models: Models;
  readonly registry: Registry;
  readonly diagnosis: DiagnosisService;
  readonly fraud: FraudServices;
  readonly practice: PracticeService;
  /** Whether the records that a vertical's models learn from come from a simulator. */
  readonly simulated: (vertical: string) => Promise<boolean>;
  readonly classes: ClassService;
  /** Opened when the first job is asked for: most servers never need it. */
  readonly queue: () => Promise<Queue>;
}

/** Survives the reloading of modules in development. */
declare global {
  var praxisServices: Promise<Services> | undefined;
}

/**
 * Everything a page or endpoint may use. Opened once; after a failure the next request tries again.
 * @throws what `openDatabase` throws, and Error for an incomplete environment.
 */
export function services(): Promise<Services> {
  globalThis.praxisServices ??= open().catch((error: unknown) => {
    globalThis.praxisServices = undefined;
    throw error;
  });
  return globalThis.praxisServices;
}

/** Models whose card is remembered: the champions, and those they replace while a page is read. */
const mostCards = 16;

/**
 * The program of the scoring threads: the source itself, which Node runs as it is. The web server is started in the
 * folder of the checkout.
 */
const modelWorker = (): string =>
  createRequire(path.join(process.cwd(), 'package.json')).resolve('@praxis/core/model-worker');

async function open(): Promise<Services> {
  const environment = readEnvironment(process.env);
  const database = await openDatabase(environment.databaseUrl);
  const accounts = openAccounts(database, environment);
  await accounts.ensureDemoAccounts();
  const pool = openModelPool(environment.models, modelWorker());
  const model = once(async (artifact): Promise<LoadedModel> => {
    const model = await told(pool.open(artifact));
    // A thread that scores opens the artifact for itself, which may have been damaged since.
    return { ...model, score: (...given) => told(model.score(...given)) };
  }, mostCards);
  const fraud = openFraud(database);
  return {
    environment,
    database,
    accounts,
    audit: audit(database),
    training: trainingRuns(database),
    models: models(database),
    registry: registry(database),
    diagnosis: openDiagnosis(database, model),
    fraud,
    practice: openPractice(database, environment.knowledge),
    simulated: async (vertical) => vertical === 'fraud' && fraud.simulated(),
    classes: openClasses(database),
    queue: once(() => openQueue(environment.databaseUrl)),
  };
}

/** The same promise, whose failure a page can tell. */
const told = <Value>(promise: Promise<Value>): Promise<Value> =>
  promise.catch((error: unknown) => {
    throw withDigest(error);
  });

/** Remembers what was opened last by its key, `most` at a time; what failed is tried again. */
function once<Value>(open: (key: string) => Promise<Value>, most = 1): (key?: string) => Promise<Value> {
  const opened = new Map<string, Promise<Value>>();
  return (key = '') => {
    const present = opened.get(key);
    if (present) return present;
    const value = open(key).catch((error: unknown) => {
      opened.delete(key);
      throw error;
    });
    opened.set(key, value);
    for (const oldest of opened.keys()) {
      if (opened.size <= most) break;
      opened.delete(oldest);
    }
    return value;
  };
}
