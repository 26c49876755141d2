/** What differential privacy promises of a model, and what it does not: the same in every report. */
import type { ModelCard } from '@praxis/core';
import { count } from './words.ts';

type Statement = NonNullable<ModelCard['privacy']>;

const number = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 4 });

/** Nothing where no privacy was asked for. */
export function privacyLines(privacy: Statement | null): readonly string[] {
  if (privacy === null) return [];
  const { epsilon, delta, noiseMultiplier, samplingRate, steps, clip } = privacy;
  return [
    `  differentially private: ε ${number(epsilon)} at δ ${delta} (noise ${number(noiseMultiplier)}, sampling ${number(samplingRate)}, ${count(steps)} steps, clip ${number(clip)})`,
    '  covered are the coefficients (model.onnx) and the features as the card declares them; its figures, its counts and its hashes are of the rows, without noise',
  ];
}

/** A member `privacy` where there is a promise, none elsewhere. */
export function privacyJson(privacy: Statement | null): { readonly privacy?: Statement } {
  return privacy === null ? {} : { privacy };
}
