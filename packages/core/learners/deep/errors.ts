/** Why a network cannot be trained on a table. */

export type DeepErrorCode = 'nothingVaries' | 'oneClass';

export class DeepError extends Error {
  readonly code: DeepErrorCode;

  constructor(code: DeepErrorCode, message: string) {
    super(message);
    this.name = 'DeepError';
    this.code = code;
  }
}
