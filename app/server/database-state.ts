/** Whether the database answers at this moment. */
import 'server-only';
import { services } from './services.ts';

declare global {
  /** Set when the server starts: `proxy.ts` is bundled apart and must not bring a second pool along. */
  var praxisDatabaseAnswers: (() => Promise<boolean>) | undefined;
}

const patienceMs = 1_500;

/** Asks it the smallest question; false after a second and a half without an answer. */
export async function databaseAnswers(): Promise<boolean> {
  const asked = services().then(({ database }) => database.pool.query('select 1'));
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('late')), patienceMs).unref();
  });
  return Promise.race([asked, late]).then(
    () => true,
    () => false,
  );
}
