/** What can be wrong with a database: one class, told apart by code, each with the way to mend it. */

export type DatabaseErrorCode =
  /** The platform's PostgreSQL package is not installed, or there is none for this platform. */
  | 'binariesMissing'
  /** The binaries are there but do not run. */
  | 'binariesUnusable'
  /** The home folder cannot be written by this user. */
  | 'homeUnwritable'
  | 'diskFull'
  /** No user without rights of the administrator could be found or made to run the server as. */
  | 'accountMissing'
  /** The data folder was made by another release of PostgreSQL, or is damaged, or its password is lost. */
  | 'dataVersion'
  | 'dataDamaged'
  | 'dataLocked'
  | 'portUnavailable'
  | 'serverWouldNotStart'
  | 'databaseUrlInvalid'
  | 'databaseUnreachable'
  | 'databaseRefused'
  | 'databaseMissing'
  | 'databaseTooOld'
  /** Another cohort than the given one is already stored. */
  | 'cohortDiffers';

/** `message` says what is wrong and where, `mend` what to do about it. Neither ever holds a password. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  readonly mend: string;

  constructor(code: DatabaseErrorCode, message: string, mend: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'DatabaseError';
    this.code = code;
    this.mend = mend;
  }
}

/** A server that does not answer. */
export class DatabaseUnreachable extends DatabaseError {
  readonly host: string;
  readonly port: number;
  readonly why: string;

  constructor(host: string, port: number, why: string) {
    super(
      'databaseUnreachable',
      `No PostgreSQL answers at ${host}:${port}: ${why}.`,
      'Start that server, correct host and port in DATABASE_URL, or unset DATABASE_URL to use the embedded database.',
    );
    this.name = 'DatabaseUnreachable';
    this.host = host;
    this.port = port;
    this.why = why;
  }
}

/** The system's or PostgreSQL's code of an error (`ENOENT`, `28P01`), empty where it has none. */
export function errorCode(error: unknown): string {
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
