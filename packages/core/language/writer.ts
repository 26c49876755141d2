/** A language model that writes on a thread of its own, for processes whose event loop has to answer people. */
import { openPool } from '../pool/index.ts';
import { LanguageModelError } from './errors.ts';
import type { LanguageWriter } from './writer-contract.ts';

/** One: a text takes a fraction of a second, and the grammar's sentence stands while it is awaited. */
const threads = 1;
const mostWaiting = 16;
const heapMegabytes = 1024;

/**
 * @param source a folder in the Hugging Face layout, or a name on the hub; opened at the first call
 * @param worker path of `language-worker.ts` (`@praxis/core/language-worker`): a bundler moves this file, not that one
 * @param runtimeThreads threads that share one operator
 */
export function openWriter(source: string, worker: string, runtimeThreads = 1): LanguageWriter {
  const pool = openPool<typeof import('./language-worker.ts')>({
    worker,
    threads,
    mostWaiting,
    heapMegabytes,
    errors: { LanguageModelError },
  });
  const model = { source, threads: runtimeThreads };
  return {
    write: (request, signal) => pool.run('write', { ...model, ...request }, { signal }),
    describe: () => pool.run('describe', model),
    close: () => pool.close(),
  };
}
