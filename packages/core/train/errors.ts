/** Why a table cannot be trained on. */

export type TrainingErrorCode =
  | 'dataInconsistent'
  | 'valueInvalid'
  | 'tooFewOfAClass'
  | 'nothingVaries'
  | 'timesTooShort';

export class TrainingError extends Error {
  readonly code: TrainingErrorCode;

  constructor(code: TrainingErrorCode, message: string) {
    super(message);
    this.name = 'TrainingError';
    this.code = code;
  }
}
