/** A quick look before the product starts: are the cohort's files there and whole? */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CohortFailure, type CohortFailureCode } from './failure.ts';
import { cohortPaths } from './paths.ts';

const decompress = promisify(gunzip);

/**
 * The first file that is missing, unreadable or not a whole gzip file; null where all three are fine. Takes about
 * 50 ms; the rows themselves are checked by `readCohortFiles`.
 *
 * @param folder where the files lie; the product's own by default
 */
export async function checkCohortFiles(folder?: string): Promise<CohortFailure | null> {
  for (const file of Object.values(cohortPaths(folder))) {
    try {
      await decompress(await readFile(file));
    } catch (cause) {
      return failure(file, cause);
    }
  }
  return null;
}

function failure(file: string, cause: unknown): CohortFailure {
  const systemCode = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const place = { file, row: null, field: null };
  if (systemCode === 'ENOENT') {
    return new CohortFailure({ ...place, code: 'fileMissing', what: `${file} does not exist.` });
  }
  const code: CohortFailureCode = systemCode.startsWith('Z_') ? 'gzipDamaged' : 'fileUnreadable';
  const what =
    code === 'gzipDamaged'
      ? `${file} is damaged (${systemCode}).`
      : `${file} cannot be read (${systemCode}).`;
  return new CohortFailure({ ...place, code, what });
}
