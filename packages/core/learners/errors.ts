/** Why a learner cannot be fitted. */

export type FitErrorCode =
  | 'nothingVaries'
  | 'oneClass'
  /** Without a penalty the coefficients of a logistic regression grow without end, or are not determined. */
  | 'separated'
  | 'collinear'
  | 'settingsInvalid'
  | 'threadFailed';

export class FitError extends Error {
  readonly code: FitErrorCode;

  constructor(code: FitErrorCode, message: string) {
    super(message);
    this.name = 'FitError';
    this.code = code;
  }
}
