/** The database for a command that runs beside the product or without it. */
import { type Database, migrateDatabase, openDatabase, startEmbedded, stopEmbedded } from '@praxis/db';
import { FaultError } from '../fault.ts';
import type { Settings } from '../settings.ts';
import { type HomeLock, lockHome } from '../supervise/home-lock.ts';

/** Takes the data folder where no start has it. */
async function lockIfFree({ home, publicUrl }: Settings): Promise<HomeLock | null> {
  try {
    return await lockHome(home, publicUrl);
  } catch (error) {
    if (error instanceof FaultError && error.code === 'alreadyRunning') return null;
    throw error;
  }
}

/**
 * Opens the database with its tables up to date, lets `work` use it, and leaves the embedded server as it was found:
 * running while a start is using it, else stopped.
 *
 * @throws DatabaseError, and whatever `work` throws
 */
export async function withDatabase<Value>(
  settings: Settings,
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  if (settings.databaseUrl !== null) return use(settings.databaseUrl, work);
  const lock = await lockIfFree(settings);
  try {
    const { url } = await startEmbedded(settings.home);
    return await use(url, work);
  } finally {
    if (lock !== null) await stopEmbedded(settings.home).finally(lock.release);
  }
}

async function use<Value>(url: string, work: (database: Database) => Promise<Value>): Promise<Value> {
  const database = await openDatabase(url);
  try {
    await migrateDatabase(database);
    return await work(database);
  } finally {
    await database.close();
  }
}
