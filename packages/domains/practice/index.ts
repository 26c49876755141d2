/** The practice vertical's door. */
export { keyReadsBack } from './data/certificate/read-back.ts';
export { type Exercise, exerciseSchema } from './data/exercise.ts';
export {
  type Generated,
  type GenerateError,
  generate,
  verifiedExercise,
  type Wish,
} from './data/generate.ts';
export type { ResponsesError, ResponsesErrorCode } from './data/responses/errors.ts';
export { type Responses, readResponses } from './data/responses/read.ts';
export { type Language, languages } from './data/sentence.ts';
export { isSkillId, type SkillId, skills } from './data/skills/graph.ts';
export {
  drawSlots,
  type Situation,
  type Slots,
  type StoryLanguage,
  situations,
  storyLanguages,
  tell,
  tellingsOf,
} from './data/stories/index.ts';
export { templatesOf } from './data/templates/registry.ts';
export {
  evaluateTracing,
  type TracingEvaluation,
  type TracingFigures,
} from './pipeline/tracing/evaluate.ts';
export { recurrentSettings } from './pipeline/tracing/sequence-models.ts';
export { tracingData, type Unseen } from './pipeline/tracing/tracing-data.ts';
export { type Problem, reword, type Worded } from './pipeline/wording/reword.ts';
export { trainWording } from './pipeline/wording/train-wording.ts';
