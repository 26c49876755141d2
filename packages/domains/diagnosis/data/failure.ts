/** Why a cohort cannot be imported, and how to mend it. */
import type { CsvError } from '@praxis/core';

export type CohortFailureCode =
  | CsvError['code']
  | 'personRepeated'
  | 'personUnknown'
  | 'valueImpossible'
  | 'notACopy';

/**
 * Thrown by `readCohortFiles`: without the whole cohort there is nothing to import. `row` is the line in the file
 * (the header is 1).
 */
export class CohortFailure extends Error {
  readonly code: CohortFailureCode;
  readonly file: string;
  readonly row: number | null;
  readonly field: string | null;
  /** What to do about it. */
  readonly mend: string;

  constructor(place: {
    readonly code: CohortFailureCode;
    readonly file: string;
    readonly row: number | null;
    readonly field: string | null;
    readonly what: string;
  }) {
    super(place.what);
    this.name = 'CohortFailure';
    this.code = place.code;
    this.file = place.file;
    this.row = place.row;
    this.field = place.field;
    this.mend = mend(place.code, place.file);
  }
}

function mend(code: CohortFailureCode, file: string): string {
  if (code === 'fileUnreadable') return `Let this user read ${file}, then start again.`;
  return `Restore the file from the repository (git checkout -- ${file}), or run "npm ci" in a fresh clone, then start again.`;
}
