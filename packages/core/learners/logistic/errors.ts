/** Why a logistic regression has no solution. */

export type LogisticErrorCode = 'nothingVaries' | 'oneClass' | 'separated' | 'collinear' | 'settingsInvalid';

export class LogisticError extends Error {
  readonly code: LogisticErrorCode;

  constructor(code: LogisticErrorCode, message: string) {
    super(message);
    this.name = 'LogisticError';
    this.code = code;
  }
}
