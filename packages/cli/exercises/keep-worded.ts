/** Keeps the stories in stock worded by a language model, for as long as there is one. */
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { LanguageModelError, openWriter, PoolError } from '@praxis/core/language';
import { hasUnworded, type UnwordedStock, wordStock } from '@praxis/practice';
import type { Settings } from '../settings.ts';
import { chosenWordingModel, type WordingModel } from '../wording-model.ts';

/** Between two looks: a story that a learner was given is replaced, and worded again, no sooner. */
const againMs = 20_000;
/** After a model that could not be used: it may be put right, or come from the hub, later. */
const afterFailureMs = 300_000;

/**
 * Looks again and again for a model and for stories that wait for it. The model is in memory only while it writes.
 *
 * @throws what the store says; of a model that cannot be used, only its reason is printed, once
 */
export async function keepWorded(
  stock: UnwordedStock,
  settings: Pick<Settings, 'home' | 'languageModel'>,
  signal: AbortSignal,
): Promise<void> {
  let said: string | null = null;
  while (!signal.aborted) {
    const model = await chosenWordingModel(settings);
    const waits = model !== null && (await hasUnworded(stock, model.name));
    const failure = waits ? await wordWith(model, stock, signal) : null;
    if (failure !== null && failure !== said) console.log(`The grammar tells the stories: ${failure}`);
    if (waits) said = failure;
    const wait = failure === null ? againMs : afterFailureMs;
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}

/** @returns why the model cannot be used; null where it can, or where it was asked to stop */
async function wordWith(
  { source, name }: WordingModel,
  stock: UnwordedStock,
  signal: AbortSignal,
): Promise<string | null> {
  const worker = createRequire(import.meta.url).resolve('@praxis/core/language-worker');
  const writer = openWriter(source, worker);
  try {
    const { asked, accepted } = await wordStock(stock, { model: name, writer, signal });
    console.log(`the language model worded ${accepted} of ${asked} stories, the others stay the grammar's`);
    return null;
  } catch (error) {
    if (signal.aborted) return null;
    if (error instanceof LanguageModelError || error instanceof PoolError) return error.message;
    throw error;
  } finally {
    await writer.close();
  }
}
