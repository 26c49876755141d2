/** The door for the web server: no computer algebra stands behind it. */
export { type Language, languages } from '../data/sentence.ts';
export { practice } from '../vertical.ts';
export { kernelModel } from './kernel.ts';
export { createPracticeService } from './practice.ts';
export type { Answered, PracticeError, PracticeService } from './practice-contract.ts';
