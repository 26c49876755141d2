/** The one place where database, engine and verticals are put together for the web server. */
import 'server-only';
import { openModel } from '@praxis/core';
import {
  type Accounts,
  type Audit,
  audit,
  type Database,
  diagnosisStore,
  type Models,
  models,
  openAccounts,
  openDatabase,
  openQueue,
  type Queue,
  type TrainingRuns,
  trainingRuns,
} from '@praxis/db';
import { createDiagnosisService, type DiagnosisService } from '@praxis/diagnosis';
import { type Environment, readEnvironment } from './environment.ts';

export interface Services {
  readonly environment: Environment;
  readonly database: Database;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly training: TrainingRuns;
  readonly models: Models;
  readonly diagnosis: DiagnosisService;
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

async function open(): Promise<Services> {
  const environment = readEnvironment(process.env);
  const database = await openDatabase(environment.databaseUrl);
  const accounts = openAccounts(database, environment);
  await accounts.ensureDemoAccounts();
  return {
    environment,
    database,
    accounts,
    audit: audit(database),
    training: trainingRuns(database),
    models: models(database),
    diagnosis: createDiagnosisService({
      store: diagnosisStore(database),
      model: once((artifact) => openModel(environment.models, artifact)),
    }),
    queue: once(() => openQueue(environment.databaseUrl)),
  };
}

/** Remembers what was opened by its key; what failed is tried again. */
function once<Value>(open: (key: string) => Promise<Value>): (key?: string) => Promise<Value> {
  const opened = new Map<string, Promise<Value>>();
  return (key = '') => {
    const present = opened.get(key);
    if (present) return present;
    const value = open(key).catch((error: unknown) => {
      opened.delete(key);
      throw error;
    });
    opened.set(key, value);
    return value;
  };
}
