/** Checks that need the native parts: loaded only where these are known to be installed. */
import { deviceReport } from '@praxis/core';
import { type Database, openDatabase } from '@praxis/db';
import { checkCohortFiles } from '@praxis/diagnosis';
import { type Finding, faultOf, found } from '../fault.ts';

/** ONNX Runtime was loaded with this file; says which. */
export function checkEngine(): Finding {
  const { onnxruntime, threads } = deviceReport();
  return found(`ONNX Runtime ${onnxruntime}, ${threads} ${threads === 1 ? 'thread' : 'threads'} a session`);
}

/** The cohort's files are there and whole. Faults: those of `checkCohortFiles`. */
export async function checkCohort(folder?: string): Promise<Finding> {
  const failure = await checkCohortFiles(folder);
  return failure === null ? found('three files, whole') : { ok: false, fault: failure };
}

/** The release of the PostgreSQL server, as it calls itself: `18.4`. */
export async function serverVersion({ pool }: Database): Promise<string> {
  const { rows } = await pool.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  return rows[0]?.version ?? 'of an unknown release';
}

/** The user's own database answers and is new enough. Faults: those of `openDatabase`. */
export async function checkDatabase(url: string): Promise<Finding> {
  try {
    const database = await openDatabase(url);
    const version = await serverVersion(database).finally(() => database.close());
    return found(`PostgreSQL ${version}`);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    return { ok: false, fault };
  }
}
