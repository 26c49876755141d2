/** Why a private training is refused. */

export type PrivacyErrorCode =
  | 'boundsMissing'
  | 'boundsInvalid'
  | 'settingsInvalid'
  | 'budgetUnreachable'
  | 'nothingToLearnFrom';

export class PrivacyError extends Error {
  readonly code: PrivacyErrorCode;

  constructor(code: PrivacyErrorCode, message: string) {
    super(message);
    this.name = 'PrivacyError';
    this.code = code;
  }
}
