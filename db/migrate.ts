/** Brings a database to the present schema; any number of processes may try at once. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { Database } from './connection.ts';

/** Any number will do that no other program takes on the same database. */
const lockKey = 729_104_551;

/** `import.meta.dirname` is missing in the web server's bundle. */
export const migrationsFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations');

/** Applies what is missing, in one transaction; the second caller waits and finds nothing left to do. */
export async function migrateDatabase(database: Database): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    // The lock belongs to the connection: closing it gives the lock back, whatever happened.
    client.release(true);
  }
}
