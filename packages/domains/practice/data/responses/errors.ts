/** What can be wrong with a file of learners' responses. */
export type ResponsesErrorCode =
  | 'fileMissing'
  | 'fileUnreadable'
  | 'fileEmpty'
  | 'gzipDamaged'
  | 'linesIncomplete'
  | 'lengthsDiffer'
  | 'fieldInvalid'
  | 'layoutsDiffer'
  | 'oneAnswer';

/** `line` and `field` count from 1. */
export interface ResponsesError {
  readonly code: ResponsesErrorCode;
  readonly message: string;
  readonly file: string;
  readonly line?: number;
  readonly field?: number;
}
