/** The door for processes that let a language model write: nothing behind it loads TensorFlow.js. */
export { PoolError } from '../pool/index.ts';
export { LanguageModelError, type LanguageModelErrorCode } from './errors.ts';
export { openWriter } from './writer.ts';
export type { LanguageWriter, WritingRequest } from './writer-contract.ts';
