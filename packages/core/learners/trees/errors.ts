/** Why boosted trees cannot be fitted. */

export type TreesErrorCode = 'oneClass' | 'threadFailed';

export class TreesError extends Error {
  readonly code: TreesErrorCode;

  constructor(code: TreesErrorCode, message: string) {
    super(message);
    this.name = 'TreesError';
    this.code = code;
  }
}
