/** The door for the web server: no computer algebra stands behind it. */
export { type Language, languages } from '../data/sentence.ts';
export { practice } from '../vertical.ts';
export type {
  ClassAnswered,
  ClassError,
  ClassService,
} from './class/class-contract.ts';
export { createClassService } from './class/class-service.ts';
export { kernelModel } from './kernel.ts';
export { createPracticeService } from './practice.ts';
export type { Answered, PracticeError, PracticeService } from './practice-contract.ts';
export { tracingServing } from './tracing-folder.ts';
