/** Why a language model cannot be used. */

export type LanguageModelErrorCode =
  /** There is no such folder, or a file that a model needs is not in it. */
  | 'modelMissing'
  /** The files are there but cannot be read as a model. */
  | 'modelBroken'
  /** The name is no folder here, and the hub does not give a model under it. */
  | 'modelUnreachable'
  /** The model was opened but did not write. */
  | 'writingFailed';

/** `place` is the folder, file or name. */
export class LanguageModelError extends Error {
  readonly code: LanguageModelErrorCode;
  readonly place: string;

  constructor(code: LanguageModelErrorCode, message: string, place: string) {
    super(message);
    this.name = 'LanguageModelError';
    this.code = code;
    this.place = place;
  }
}
