/** Why an ONNX file of another program cannot be taken over. */

export type ImportErrorCode =
  /** No ONNX file, or one that this runtime cannot run. */
  | 'importUnreadable'
  /** The folder holds a model that was trained here. */
  | 'importOwn'
  /** Its inputs are not the features of the schema. */
  | 'importInputs'
  /** None of its outputs is a probability, or it is not said which. */
  | 'importOutputs'
  /** It ran, but what it answers is no probability. */
  | 'importAnswer'
  /** It learnt from the very rows that are to judge it. */
  | 'importHasSeenRows';

export class ImportError extends Error {
  readonly code: ImportErrorCode;
  constructor(code: ImportErrorCode, message: string) {
    super(message);
    this.name = 'ImportError';
    this.code = code;
  }
}
