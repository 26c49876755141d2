/**
 * Databases for tests: one embedded server a test run, started by whoever needs it first and ended when the run ends,
 * even a killed one; in it a fresh, migrated database for each caller (0.1 s, cloned from a template).
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { type Database, openDatabase } from '../connection.ts';
import { startAsAdministrator, startEmbedded } from '../embedded/server.ts';
import { migrateDatabase, migrationsFolder } from '../migrate.ts';

export { madeUpCohort, madeUpRisks } from './cohort.ts';
export { removeHome } from './home.ts';

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** Ends every connection and drops the database. */
  remove(): Promise<void>;
}

/** A server for tests: `administrator` may create databases, `owner` owns them. */
interface TestServer {
  readonly administrator: string;
  readonly owner: string;
}

let counter = 0;

/**
 * An empty database with every migration applied. `PRAXIS_TEST_DATABASE_URL` (of a user that may create databases)
 * names another server to use instead of the embedded one.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const template = await ensureTemplate(server);
  counter += 1;
  const name = `praxis_test_${process.pid}_${counter}_${Date.now()}`;
  await administer(server, async (client) => {
    await client.query(`create database ${name} template ${template} owner ${ownerOf(server)}`);
  });
  const url = withDatabase(server.owner, name);
  const database = await openDatabase(url);
  return {
    url,
    database,
    async remove() {
      await database.close();
      await administer(server, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      });
    },
  };
}

async function testServer(): Promise<TestServer> {
  const given = process.env.PRAXIS_TEST_DATABASE_URL;
  if (given) return { administrator: given, owner: given };
  // Vitest's workers are its children and talk to it; every one of them finds the run's one server.
  const run = process.send ? process.ppid : process.pid;
  const home = path.join(tmpdir(), `praxis-test-run-${run}`);
  await mkdir(home, { recursive: true, mode: 0o755 });
  const { url: administrator, startedHere } = await startAsAdministrator(home);
  if (startedHere) {
    spawn(process.execPath, [path.join(import.meta.dirname, 'reaper.ts'), String(run), home], {
      detached: true,
      stdio: 'ignore',
    }).unref();
  }
  return { administrator, owner: (await startEmbedded(home)).url };
}

/** Named by the migrations' content, so that a changed schema gets a new one. */
async function ensureTemplate(server: TestServer): Promise<string> {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    hash.update(readFileSync(path.join(migrationsFolder, file)));
  }
  const name = `praxis_template_${hash.digest('hex').slice(0, 12)}`;
  await administer(server, async (client) => {
    await client.query('select pg_advisory_lock(729104553)');
    const made = await client.query('select from pg_database where datname = $1', [name]);
    if (made.rowCount !== 0) return;
    const unfinished = `${name}_new`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished} owner ${ownerOf(server)}`);
    const database = await openDatabase(withDatabase(server.owner, unfinished));
    await migrateDatabase(database);
    await database.close();
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

async function administer(server: TestServer, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: server.administrator });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function ownerOf(server: TestServer): string {
  const client = new Client({ connectionString: server.owner });
  return client.escapeIdentifier(client.user ?? 'postgres');
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = name;
  return address.href;
}
