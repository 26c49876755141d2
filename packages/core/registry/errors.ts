/** Why an artifact cannot be used. */

export type ArtifactErrorCode =
  | 'artifactMissing'
  | 'artifactDamaged'
  | 'cardInvalid'
  /** A whole ONNX file that does not take the card's features, or does not answer with a score. */
  | 'modelForeign';

/** `artifact` is the hash that was asked for, `file` the file in it that is at fault. */
export class ArtifactError extends Error {
  readonly code: ArtifactErrorCode;
  readonly artifact: string;
  readonly file: string | null;

  constructor(code: ArtifactErrorCode, artifact: string, file: string | null, message: string) {
    super(message);
    this.name = 'ArtifactError';
    this.code = code;
    this.artifact = artifact;
    this.file = file;
  }
}

export type ScoringErrorCode = 'featureMissing' | 'featureUnknown' | 'valueInvalid' | 'foldUnknown';

/** A row or a fold that does not fit the model; `feature` is the name at fault. */
export class ScoringError extends Error {
  readonly code: ScoringErrorCode;
  readonly feature: string | null;

  constructor(code: ScoringErrorCode, feature: string | null, message: string) {
    super(message);
    this.name = 'ScoringError';
    this.code = code;
    this.feature = feature;
  }
}
