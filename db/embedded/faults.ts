/** Translates what PostgreSQL and the file system say into errors with a way to mend them. */
import { statfs } from 'node:fs/promises';
import { DatabaseError, errorCode } from '../errors.ts';

const elsewhere = 'or choose another folder with PRAXIS_HOME';

/** An error of the file system while working on the home folder; anything else is handed on. */
export function homeFault(folder: string, error: unknown): unknown {
  if (error instanceof DatabaseError) return error;
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, error);
    // Node's recursive mkdir says this of a folder on a read-only file system.
    case 'ENOENT':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return unwritable(folder, error instanceof Error ? error.message : '', error);
    case 'ERR_SQLITE_ERROR':
      // SQLite keeps the lock; its result codes 10 (I/O error) and 13 (full) come of a full disk.
      return /full|disk I\/O/.test(error instanceof Error ? error.message : '')
        ? diskFull(folder, error)
        : unwritable(folder, 'its lock file cannot be opened', error);
    default:
      return error;
  }
}

/**
 * Why a start failed, by what initdb, pg_ctl or the server's log said; on a full disk they cannot say anything.
 * @param folder exists.
 */
export async function startFault(folder: string, said: string): Promise<DatabaseError> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < leastBytes ? diskFull(folder) : faultOf(folder, said);
}

/** Below one segment of the write-ahead log the server can do nothing. */
const leastBytes = 16 * 1024 ** 2;

/** What the words of PostgreSQL mean. */
export function faultOf(folder: string, said: string): DatabaseError {
  if (/No space left on device|Disk quota exceeded|Check free disk space/.test(said)) return diskFull(folder);
  if (/Address already in use|could not bind/.test(said)) {
    return new DatabaseError(
      'portUnavailable',
      'No free port of 127.0.0.1 could be opened for the embedded database.',
      'Check whether a firewall or container forbids to listen on 127.0.0.1.',
    );
  }
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said)) {
    return new DatabaseError(
      'dataLocked',
      `Processes of an earlier PostgreSQL still work on ${folder}.`,
      'Wait a moment and start again; if it stays so, end the remaining "postgres" processes.',
    );
  }
  if (/Permission denied|Read-only file system|wrong ownership/.test(said)) {
    return unwritable(folder, lastWords(said));
  }
  const damage =
    /not a valid data directory|checkpoint record|pg_control|invalid (data|page)|incorrect checksum|PANIC|incompatible with server|configuration file .* contains errors|could not (open|access|read) (file|directory)/;
  if (damage.test(said)) {
    return new DatabaseError(
      'dataDamaged',
      `The embedded database in ${folder} is damaged: ${lastWords(said)}`,
      `Restore ${folder} from a backup, or move it away: the next start then begins with an empty database.`,
    );
  }
  return new DatabaseError(
    'serverWouldNotStart',
    `The embedded database in ${folder} did not start: ${lastWords(said) || 'it gave no reason.'}`,
    'Read server.log in that folder, or set DATABASE_URL to a PostgreSQL 15 or newer that you run yourself.',
  );
}

function diskFull(folder: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    'diskFull',
    `The disk that holds ${folder} is full.`,
    `Free some disk space, ${elsewhere}.`,
    cause,
  );
}

function unwritable(folder: string, why: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    'homeUnwritable',
    `The database folder ${folder} cannot be written: ${why}`,
    `Start as the user that owns it, make it writable, ${elsewhere}.`,
    cause,
  );
}

/** The server's last complaint, without time and process id. */
function lastWords(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const complaint =
    lines.findLast((line) => /FATAL|PANIC|ERROR|error:|could not/.test(line)) ?? lines.at(-1) ?? '';
  return complaint.replace(/^.*?(?:FATAL|PANIC|ERROR|error):\s*/, '').trim();
}
