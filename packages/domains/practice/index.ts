/** The practice vertical's door. */
export type { Candidate, PlacedSkill } from './data/candidate.ts';
export { keyReadsBack } from './data/certificate/read-back.ts';
export { type Exercise, exerciseSchema } from './data/exercise.ts';
export {
  type Generated,
  type GenerateError,
  generate,
  verifiedExercise,
  type Wish,
} from './data/generate.ts';
export {
  type Curriculum,
  featureDifficulty,
  simulatedCurriculum,
  simulatedExercises,
} from './data/learners/curriculum.ts';
export { SimulatedLearner, simulatedLearnerWorld, subjectOf } from './data/learners/learner.ts';
export { type ScheduledAttempt, schedule } from './data/learners/schedule.ts';
export { fittedWorld, otherWorlds, type WorldSettings } from './data/learners/world.ts';
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
export { usualChances } from './pipeline/difficulty/answer-model.ts';
export { difficultyBeliefsCodec } from './pipeline/difficulty/beliefs-codec.ts';
export {
  type DifficultyBeliefs,
  type DifficultyModel,
  difficultyModelSchema,
  firstBeliefs,
} from './pipeline/difficulty/difficulty.ts';
export { type DifficultyFit, fitDifficulty } from './pipeline/difficulty/fit.ts';
export { type AbilitySettings, usualAbility } from './pipeline/difficulty/skill-prior.ts';
export {
  evaluateTracing,
  type TracingEvaluation,
  type TracingFigures,
} from './pipeline/tracing/evaluate.ts';
export { recurrentSettings } from './pipeline/tracing/sequence-models.ts';
export { tracingData, type Unseen } from './pipeline/tracing/tracing-data.ts';
export type { Problem } from './pipeline/wording/problem.ts';
export { reword, type Worded } from './pipeline/wording/reword.ts';
export { trainWording, type WordingTrainingOptions } from './pipeline/wording/train-wording.ts';
export { wordExercises } from './pipeline/wording/word-exercises.ts';
export { type Attempt, attemptSchema, recordAttempt } from './service/attempt.ts';
export { reviewsDue } from './service/calendar.ts';
export { type Choice, type ChooseError, chooseExercise } from './service/choose.ts';
export { simulatedClass } from './service/demo/simulated-class.ts';
export { fillStock } from './service/fill-stock.ts';
export { kernelModel } from './service/kernel.ts';
export { type LearnerState, learnerStateCodec, newLearner } from './service/learner-state.ts';
export { masteredSuccess, type PracticeModel, targetSchema, usualTarget } from './service/practice-model.ts';
export { predictExercise, predictSkills } from './service/predict.ts';
export { type Reason, reasonSchema } from './service/reason.ts';
export { type Refit, type RefitStore, refitDifficulties } from './service/refit.ts';
export { type Teaching, teachTracing } from './service/teach.ts';
export { trainTracing, usualSchools } from './service/train-tracing.ts';
export { hasUnworded, type UnwordedStock, wordStock } from './service/word-stock.ts';
