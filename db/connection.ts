/** Opens a PostgreSQL database and says in plain words why one cannot be opened. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Client, Pool } from 'pg';
import { DatabaseError, DatabaseUnreachable, errorCode } from './errors.ts';
import * as schema from './schema/index.ts';

/** The schema is written for this release and later ones. */
const oldestMajor = 15;
const connectMs = 5_000;

export type Drizzle = NodePgDatabase<typeof schema>;

export interface Database {
  readonly drizzle: Drizzle;
  readonly pool: Pool;
  /** Waits for running queries and ends every connection. */
  close(): Promise<void>;
}

/**
 * Connects once to see that the database is usable.
 * @param url `postgres://user:password@host:port/database`, or `/folder database` for a Unix socket.
 * @throws DatabaseUnreachable, or DatabaseError databaseUrlInvalid, databaseRefused, databaseMissing, databaseTooOld.
 */
export async function openDatabase(url: string): Promise<Database> {
  await probe(url);
  const pool = new Pool({
    ...settings,
    connectionTimeoutMillis: patientMs,
    connectionString: url,
    max: 10,
  });
  // A lost connection fails the query that uses it and is replaced for the next; without listeners it would end the
  // process as well.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { drizzle: drizzle(pool, { schema }), pool, close: () => pool.end() };
}

const settings = { application_name: 'praxis', connectionTimeoutMillis: connectMs };
/** A worker gives way to everything else on its machine: what is slow there is no database that has gone. */
const patientMs = 60_000;

/** One connection of its own, because the pool would leave the socket of a refused one open. */
async function probe(url: string): Promise<void> {
  const address = readAddress(url);
  const client = new Client({ ...settings, connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    );
    const version = rows[0]?.version ?? 'unknown';
    if (!(Number.parseInt(version, 10) >= oldestMajor)) throw tooOld(address, version);
  } catch (error) {
    throw connectionFault(url, error);
  } finally {
    await client.end();
  }
}

interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

function readAddress(url: string): Address {
  const invalid = () =>
    new DatabaseError(
      'databaseUrlInvalid',
      'DATABASE_URL is not an address of a PostgreSQL database.',
      'Write it as postgres://user:password@host:5432/database; encode special characters of the password.',
    );
  if (!/^(postgres(ql)?:\/\/|\/)/.test(url)) throw invalid();
  try {
    const { host, port, user = '', database = '' } = new Client({ connectionString: url });
    return { host, port, user, database };
  } catch {
    throw invalid(); // The parser's own message quotes the password.
  }
}

/**
 * What kept a first connection from being made, in our words; errors that have their own are handed on.
 * Codes: PostgreSQL's manual, appendix A.
 */
export function connectionFault(url: string, error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const { host, port, user, database } = readAddress(url);
  const code = errorCode(error);
  const said = error instanceof Error ? error.message : String(error);
  if (code === '28P01' || code === '28000' || /password must be a (non-empty )?string/.test(said)) {
    return new DatabaseError(
      'databaseRefused',
      `PostgreSQL at ${host}:${port} refuses user "${user}": wrong or missing password, or no right to connect.`,
      'Correct user and password in DATABASE_URL, or allow the connection in that server’s pg_hba.conf.',
    );
  }
  if (code === '3D000') {
    return new DatabaseError(
      'databaseMissing',
      `PostgreSQL at ${host}:${port} has no database "${database}".`,
      `Create it (createdb "${database}"), or correct the name in DATABASE_URL.`,
    );
  }
  // Anything else on the way to the first answer means that no usable server is there.
  return new DatabaseUnreachable(host, port, whyUnreachable(code, said));
}

function whyUnreachable(code: string, said: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there (ECONNREFUSED)';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host name is unknown (${code})`;
    case 'ENOENT':
      return 'there is no socket file (ENOENT)';
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `the host does not answer (${code})`;
    default:
      return /timeout/.test(said) ? `it gave no answer within ${connectMs / 1000} s` : said;
  }
}

function tooOld({ host, port }: Address, version: string): DatabaseError {
  return new DatabaseError(
    'databaseTooOld',
    `PostgreSQL at ${host}:${port} is release ${version}; Praxis needs ${oldestMajor} or newer.`,
    'Upgrade that server, or unset DATABASE_URL to use the embedded database.',
  );
}
