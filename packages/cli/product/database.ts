/** The database of the product: the embedded server, kept alive while Praxis runs, or one of the user's own. */
import { type Database, migrateDatabase, openDatabase, startEmbedded, stopEmbedded } from '@praxis/db';
import { FaultError } from '../fault.ts';
import type { Surroundings } from './surroundings.ts';

export interface ProductDatabase {
  /** Holds a password: for the environment of children only. */
  readonly url: string;
  readonly database: Database;
}

/**
 * Starts the embedded server or opens DATABASE_URL, and brings the tables up to date.
 *
 * @throws DatabaseError with the way to mend it
 */
export function openProductDatabase({ settings, shutdown, step }: Surroundings): Promise<ProductDatabase> {
  const { home, databaseUrl } = settings;
  return step('Database', async (say) => {
    say('your own, from DATABASE_URL');
    let url = databaseUrl;
    if (url === null) {
      // Added first: a start that fails halfway may have left a server running.
      shutdown.add('database', 'database', () => stopEmbedded(home));
      const server = await startEmbedded(home);
      say(server.startedHere ? 'embedded PostgreSQL' : 'embedded PostgreSQL, found running');
      url = server.url;
    }
    const database = await openDatabase(url);
    shutdown.add('connections', 'connections', () => database.close());
    await migrateDatabase(database);
    return { url, database };
  });
}

/**
 * Watches the embedded server by a connection that lies idle, and starts it again when it dies while nobody stopped it.
 *
 * @param failed is told when it cannot be started again, or only at another address than its users know
 */
export async function keepAlive(
  { database, url }: ProductDatabase,
  { settings, shutdown, terminal }: Surroundings,
  failed: (error: unknown) => void,
): Promise<void> {
  const watch = async (): Promise<void> => {
    const client = await database.pool.connect();
    let over = false;
    /** True the first time: a connection is given back once. */
    const close = (): boolean => {
      const first = !over;
      over = true;
      if (first) client.release(true);
      return first;
    };
    const lost = (): void => {
      if (close()) again().catch(failed);
    };
    client.once('error', lost);
    client.once('end', lost);
    shutdown.add('connections', 'watch over the database', async () => {
      close();
    });
  };
  const again = async (): Promise<void> => {
    const server = await startEmbedded(settings.home);
    if (server.url !== url) {
      throw new FaultError({
        code: 'databaseUnreachable',
        message: 'The embedded database died, and its port was taken before it could be started again.',
        mend: 'Start again: committed rows are safe.',
      });
    }
    terminal.line('  The database had died and was started again.');
    await watch();
  };
  await watch();
}
