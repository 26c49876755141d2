/** The writing thread: opens a language model with transformers.js and lets it write. Loads no TensorFlow.js. */
import { random, Tensor } from '@xenova/transformers';
import { task } from '../pool/index.ts';
import { LanguageModelError } from './errors.ts';
import { type OpenLanguageModel, openLanguageModel } from './open-model.ts';
import type { WritingRequest } from './writer-contract.ts';

/** One model a process: it stays for the life of the thread. */
const opened = new Map<string, Promise<OpenLanguageModel>>();

interface Source {
  readonly source: string;
  readonly threads: number;
}

function open({ source, threads }: Source): Promise<OpenLanguageModel> {
  const model = opened.get(source) ?? openLanguageModel(source, threads);
  opened.set(source, model);
  // What could not be opened is tried again the next time: it may have been put right.
  model.catch(() => opened.delete(source));
  return model;
}

export const describe = task(async (source: Source) => (await open(source)).task);

/** One batch is a step. @returns the text that follows each beginning */
export const write = task(async (input: Source & WritingRequest, context): Promise<string[]> => {
  const { tokenizer, model } = await open(input);
  const { beginnings, chat, mostSymbols, temperature, topP, seed } = input;
  if (chat && !tokenizer.chat_template) {
    const message = `The language model ${input.source} has no chat template: it does not follow what it is asked.`;
    throw new LanguageModelError('writingFailed', message, input.source);
  }
  const texts = chat
    ? beginnings.map((content) =>
        String(
          tokenizer.apply_chat_template([{ role: 'user', content }], {
            tokenize: false,
            add_generation_prompt: true,
          }),
        ),
      )
    : beginnings;
  context.throwIfCancelled();
  const given = tokenizer([...texts], { padding: true, add_special_tokens: !chat });
  random.seed(seed);
  const written: unknown = await model.generate({
    ...given,
    max_new_tokens: mostSymbols,
    do_sample: temperature > 0,
    ...(temperature > 0 ? { temperature, top_p: topP } : {}),
  });
  if (!(written instanceof Tensor)) {
    throw new LanguageModelError('writingFailed', 'The language model wrote no symbols.', input.source);
  }
  const [sequences = 0, wholeLength = 0] = written.dims;
  const [, givenLength = 0] = given.input_ids.dims;
  const symbols = Array.from(written.data, Number);
  return Array.from({ length: sequences }, (_, row) => {
    const fresh = symbols.slice(row * wholeLength + givenLength, (row + 1) * wholeLength);
    // Where one text of a batch is done, the library writes on until all are.
    const end = fresh.indexOf(tokenizer.eos_token_id ?? -1);
    return tokenizer.decode(end < 0 ? fresh : fresh.slice(0, end), { skip_special_tokens: true });
  });
});
