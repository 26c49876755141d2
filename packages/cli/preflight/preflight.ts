/** Everything that is looked at before anything is begun. */
import { availableParallelism } from 'node:os';
import { ensure } from '../fault.ts';
import type { Settings } from '../settings.ts';
import { checkBinary, checkOnnxRuntime, embeddedPostgres } from './binaries.ts';
import { checkHome } from './home.ts';
import { checkPort } from './port.ts';

/** What a killed start leaves behind is gone within this time. */
const orphansMs = 6_000;

/**
 * Checks what needs none of the native parts, then what needs them.
 *
 * @param takeHome takes the data folder for this start; gives back whether the start before was killed
 * @returns what the machine is, in a few words
 * @throws FaultError, or an error of `@praxis/db` or `@praxis/diagnosis` that says how to mend it
 */
export async function preflight(settings: Settings, takeHome: () => Promise<boolean>): Promise<string> {
  ensure(await checkOnnxRuntime());
  if (settings.databaseUrl === null) ensure(checkBinary(embeddedPostgres(process.platform, process.arch)));
  ensure(await checkHome(settings.home));
  const leftBehind = await takeHome();
  ensure(await checkPort(settings.port, settings.host, leftBehind ? orphansMs : 0));
  const { checkEngine, checkCohort, checkDatabase } = await import('./parts.ts');
  const { checkDevice } = await import('./devices.ts');
  const engine = ensure(checkEngine());
  ensure(await checkDevice(settings.device));
  ensure(await checkCohort());
  if (settings.databaseUrl !== null) ensure(await checkDatabase(settings.databaseUrl));
  const cores = availableParallelism();
  return `Node ${process.versions.node}, ${engine}, ${cores} ${cores === 1 ? 'core' : 'cores'}`;
}
