/**
 * The embedded server: a real PostgreSQL that runs detached. It outlives the process that started it, even a killed
 * one, and the next start finds it by its pid file.
 */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, errorCode } from '../errors.ts';
import { serverAccount } from './account.ts';
import { type Binaries, runnableBinaries } from './binaries.ts';
import { administratorUrl, checkVersion, createCluster, createDatabase, ownerUrl } from './cluster.ts';
import { faultOf, homeFault, startFault } from './faults.ts';
import { withLock } from './lock.ts';
import { openPlace, type Place, type ServerRecord } from './place.ts';
import { disownPidFile, findPostmaster } from './postmaster.ts';
import { runProgram } from './program.ts';

/** How long orphans of a killed server may take to notice and go. */
const orphanMs = 15_000;
/** Recovery after a crash replays the write-ahead log, which may take long on a slow disk. */
const startSeconds = 300;
const stopSeconds = 60;

export interface EmbeddedServer {
  /** Address of the database, with its password: keep it out of logs. */
  readonly url: string;
  /** Whether this call started the server; false where it was running already. */
  readonly startedHere: boolean;
}

/**
 * Finds the running server of the home folder or starts it, creating the data on the first call (about 2 s, later
 * 0.3 s). Any number of processes may call at once: one starts it, all get the same address.
 * @throws DatabaseError binariesMissing, binariesUnusable, accountMissing, homeUnwritable, diskFull, dataVersion,
 *   dataDamaged, dataLocked, portUnavailable, serverWouldNotStart.
 */
export async function startEmbedded(home: string): Promise<EmbeddedServer> {
  const { record, port, startedHere } = await start(home);
  return { url: ownerUrl(record, port), startedHere };
}

/** The same server's address with all rights, for what its owner may not do (creating databases). */
export async function startAsAdministrator(home: string): Promise<EmbeddedServer> {
  const { record, port, startedHere } = await start(home);
  return { url: administratorUrl(record, port), startedHere };
}

/**
 * Ends the home's server: open transactions are rolled back, committed rows are on disk. Does nothing where none
 * runs. @throws DatabaseError as for starting.
 */
export async function stopEmbedded(home: string): Promise<void> {
  await inPlace(home, async (place) => {
    const record = await place.read();
    if (!record || !(await findPostmaster(place.data(record)))) return;
    const binaries = await binariesOf(place, record);
    const data = place.data(record);
    for (const mode of ['fast', 'immediate']) {
      const options = ['stop', `--pgdata=${data}`, `--mode=${mode}`, '--wait', `--timeout=${stopSeconds}`];
      const { code } = await runProgram(binaries.pgCtl, options, place.account, place.folder(record));
      if (code === 0 || !(await findPostmaster(data))) return;
    }
    throw new DatabaseError(
      'dataLocked',
      `The embedded database in ${place.root} does not stop.`,
      'End its "postgres" processes; committed rows are safe.',
    );
  });
}

interface Running {
  readonly record: ServerRecord;
  readonly port: number;
  readonly startedHere: boolean;
}

function start(home: string): Promise<Running> {
  return inPlace(home, async (place) => {
    const known = await place.read();
    const running = known && (await settled(place.data(known)));
    if (known && running) {
      if (!known.initialised) await initialise(place, known, running.port);
      return { record: known, port: running.port, startedHere: false };
    }
    const record = known ?? (await place.choose());
    await place.makeFolder(record);
    await place.sweep(record);
    const binaries = await binariesOf(place, record);
    await ensureData(place, record, binaries);
    const { port, startedHere } = await launch(place, record, binaries);
    return { record: await initialise(place, record, port), port, startedHere };
  });
}

/** Opens the home's folder under its lock and gives errors of the file system their meaning. */
async function inPlace<T>(home: string, work: (place: Place) => Promise<T>): Promise<T> {
  try {
    const place = await openPlace(home, await serverAccount());
    return await withLock(place.lock, () => work(place));
  } catch (error) {
    throw homeFault(home, error);
  }
}

/** The running server once it is ready, null where there is none or it has just gone. */
async function settled(data: string): Promise<{ port: number } | null> {
  const deadline = Date.now() + startSeconds * 1000;
  for (;;) {
    const found = await findPostmaster(data);
    if (!found || found.ready) return found;
    if (Date.now() > deadline) throw faultOf(data, 'pre-existing shared memory block');
    await sleep(50);
  }
}

const binariesOf = (place: Place, record: ServerRecord): Promise<Binaries> =>
  runnableBinaries(place.account, place.folder(record));

async function ensureData(place: Place, record: ServerRecord, binaries: Binaries): Promise<void> {
  const data = place.data(record);
  const there = await stat(data).then(
    () => true,
    (error) => {
      if (errorCode(error) !== 'ENOENT') throw error;
      return false;
    },
  );
  if (there) return checkVersion(data, binaries);
  if (record.initialised) throw faultOf(data, `"${data}" is missing: not a valid data directory`);
  return createCluster(place, record, binaries);
}

/** Starts the server on the port of its last start or, where that is taken, on another. */
async function launch(
  place: Place,
  record: ServerRecord,
  binaries: Binaries,
): Promise<{ port: number; startedHere: boolean }> {
  const data = place.data(record);
  const deadline = Date.now() + orphanMs;
  let port = record.port ?? (await freePort());
  for (let attempt = 0; ; attempt += 1) {
    // A killed start may have left a server on its way: it shows its pid file only now.
    const orphan = await settled(data);
    if (orphan) return { port: orphan.port, startedHere: false };
    await disownPidFile(data);
    const said = await tryLaunch(place, record, binaries, port);
    if (said === null) return { port, startedHere: true };
    const fault = await startFault(place.root, said);
    if (fault.code === 'portUnavailable' && attempt < 5) {
      port = await freePort();
    } else if (fault.code === 'dataLocked' && Date.now() < deadline) {
      await sleep(250);
    } else {
      throw fault;
    }
  }
}

/** null when it runs, else what pg_ctl and the server's log said of this start. */
async function tryLaunch(
  place: Place,
  record: ServerRecord,
  binaries: Binaries,
  port: number,
): Promise<string | null> {
  const log = place.log(record);
  const before = (await readFile(log, 'utf8').catch(() => '')).length;
  const { code, output } = await runProgram(
    binaries.pgCtl,
    [
      'start',
      `--pgdata=${place.data(record)}`,
      `--log=${log}`,
      '--wait',
      `--timeout=${startSeconds}`,
      `--options=-p ${port}`,
    ],
    place.account,
    place.folder(record),
  );
  if (code === 0) return null;
  const logged = (await readFile(log, 'utf8').catch(() => '')).slice(before);
  return `${output}\n${logged}`;
}

async function initialise(place: Place, record: ServerRecord, port: number): Promise<ServerRecord> {
  if (!record.initialised) await createDatabase(record, port);
  if (record.initialised && record.port === port) return record;
  return place.write({ ...record, port, initialised: true });
}

/** A port of 127.0.0.1 that is free now; whoever takes it in between makes the start try another. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
}
