/** The diagnosis screens' only door. */
export { ModelCard } from './card/model-card.tsx';
export { type FeatureRanges, featureRanges } from './feature-ranges.ts';
export { alternativesQuery } from './patient/alternatives-protocol.ts';
export { Patient } from './patient/patient.tsx';
export { whatIfRequest } from './patient/what-if-protocol.ts';
export { PrivateScore } from './private-score/private-score.tsx';
export type { ModelOffer } from './private-score/use-device-model.ts';
export type { LipidUnit } from './units.ts';
export {
  filterSearch,
  pageSize,
  parseFilter,
  type SearchTarget,
  type WorklistFilter,
  worklistQuery,
} from './worklist/filter.ts';
export { parseSearch } from './worklist/search.ts';
export { diagnosisVocabulary } from './worklist/vocabulary.ts';
export { Worklist } from './worklist/worklist.tsx';
