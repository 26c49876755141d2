/** Makes the data folder of the embedded server, whole or not at all, and the database in it. */
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { DatabaseError, errorCode } from '../errors.ts';
import type { Binaries } from './binaries.ts';
import { faultOf, startFault } from './faults.ts';
import type { Place, ServerRecord } from './place.ts';
import { runProgram } from './program.ts';

/** The owner of the database, without the administrator's rights, and the database. */
const names = { administrator: 'postgres', owner: 'praxis', database: 'praxis' } as const;

/**
 * Settings of a new cluster. Everything that guards committed rows (fsync, full page writes, checksums) keeps
 * PostgreSQL's default. Loopback alone and no socket file, so that the same address works on every system.
 */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
] as const;

/**
 * Creates the data folder, in a folder of its own beside it until it is whole: a killed start leaves its initdb
 * running, and two must not write to one place.
 * @throws DatabaseError diskFull, homeUnwritable, serverWouldNotStart.
 */
export async function createCluster(place: Place, record: ServerRecord, binaries: Binaries): Promise<void> {
  const folder = await place.makeUnfinished(record);
  const data = path.join(folder, 'data');
  const passwordFile = path.join(folder, 'password');
  try {
    await writeFile(passwordFile, `${record.administratorPassword}\n`, { mode: 0o600 });
    if (place.account) await chown(passwordFile, place.account.uid, place.account.gid);
    const { code, output } = await runProgram(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        `--username=${names.administrator}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...settings.map((setting) => `--set=${setting}`),
      ],
      place.account,
      folder,
    );
    if (code !== 0) throw await startFault(place.root, output);
    await rename(data, place.data(record));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws DatabaseError dataVersion, dataDamaged. */
export async function checkVersion(data: string, binaries: Binaries): Promise<void> {
  const file = path.join(data, 'PG_VERSION');
  const text = await readFile(file, 'utf8').catch((error) => {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw faultOf(data, `file "${file}" is missing: not a valid data directory`);
  });
  const major = Number(text.trim());
  if (major === binaries.major) return;
  throw new DatabaseError(
    'dataVersion',
    `The data in ${data} was written by PostgreSQL ${text.trim()}; the one installed is ${binaries.major}.`,
    `Install the earlier version of Praxis to export the data, or move the folder away to begin anew.`,
  );
}

/** Creates role and database where they are missing; both statements are whole or not at all. */
export async function createDatabase(record: ServerRecord, port: number): Promise<void> {
  const client = new Client({ connectionString: administratorUrl(record, port) });
  await client.connect();
  try {
    const owner = await client.query('select from pg_roles where rolname = $1', [names.owner]);
    if (owner.rowCount === 0) {
      const password = client.escapeLiteral(record.password);
      await unlessMadeMeanwhile(client.query(`create role ${names.owner} login password ${password}`));
    }
    const database = await client.query('select from pg_database where datname = $1', [names.database]);
    if (database.rowCount === 0) {
      await unlessMadeMeanwhile(client.query(`create database ${names.database} owner ${names.owner}`));
    }
  } finally {
    await client.end();
  }
}

/** unique_violation, duplicate_object, duplicate_database */
const madeAlready = ['23505', '42710', '42P04'];

/** The statement of a start that was killed runs on in the server and may end while ours waits for it. */
async function unlessMadeMeanwhile(made: Promise<unknown>): Promise<void> {
  await made.catch((error: unknown) => {
    if (!madeAlready.includes(errorCode(error))) throw error;
  });
}

export const ownerUrl = (record: ServerRecord, port: number): string =>
  `postgres://${names.owner}:${record.password}@127.0.0.1:${port}/${names.database}`;

export const administratorUrl = (record: ServerRecord, port: number): string =>
  `postgres://${names.administrator}:${record.administratorPassword}@127.0.0.1:${port}/postgres`;
