/** Every name of every diagnosis in every language, for the search. */
import { diagnosisCodes } from '../../data/records.ts';
import { en } from '../../words/en.ts';
import { zh } from '../../words/zh.ts';
import type { DiagnosisNames } from './search.ts';

export const diagnosisVocabulary: readonly DiagnosisNames[] = diagnosisCodes.map((code) => ({
  code,
  names: [en.diagnoses[code], zh.diagnoses[code]],
}));
