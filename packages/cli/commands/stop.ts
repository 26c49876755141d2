/** `praxis stop`: ends an embedded database that a killed start left running. */
import { readSettings } from '../settings.ts';
import { lockHome } from '../supervise/home-lock.ts';

/** @throws FaultError alreadyRunning while a start is using it; DatabaseError where it does not stop */
export async function stop(): Promise<number> {
  const { home, publicUrl } = readSettings(process.env);
  const { stopEmbedded } = await import('@praxis/db');
  const lock = await lockHome(home, publicUrl);
  await stopEmbedded(home).finally(lock.release);
  console.log(`No database runs on ${home} any more.`);
  return 0;
}
