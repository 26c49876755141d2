/** Training lowers the loss on what is to be written, can be stopped, and the folder it ends in writes what was learnt. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { AutoTokenizer } from '@xenova/transformers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Checkpoint } from '../learners/contract.ts';
import { LanguageModelError } from './errors.ts';
import { writeLanguageModel } from './model-folder.ts';
import { trainLanguageModel } from './training.ts';
import { encoderOf, endSymbol, vocabularyOf } from './vocabulary.ts';
import { openWriter } from './writer.ts';

const worker = path.join(import.meta.dirname, 'language-worker.ts');
/** Who has what, to be said the other way round. */
const lessons = [
  '[a] has apples.',
  '[a] sees pears.',
  '[b] has pears.',
  '[b] sees apples.',
  '[a]有苹果。',
  '[b]有梨。',
].map((text) => ({ beginning: `<again>${text}<reword>`, rewording: text }));
const vocabulary = vocabularyOf(
  lessons.map(({ rewording }) => rewording),
  ['<again>', '<reword>'],
  ['[a]', ' [a]', '[b]', ' [b]'],
);
const encode = encoderOf(vocabulary);
const architecture = { vocabulary: vocabulary.symbols.length, positions: 24, width: 32, heads: 2, blocks: 2 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'praxis-language-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function train(steps: number, signal: AbortSignal, losses: number[], checkpoint: Checkpoint | null = null) {
  return trainLanguageModel({
    architecture,
    length: 20,
    batch: 6,
    steps,
    learningRate: 5e-3,
    dropout: 0,
    seed: 3,
    threads: 1,
    signal,
    checkpoint,
    onProgress: ({ loss }) => losses.push(loss),
    sequenceAt(index) {
      const { beginning, rewording } = lessons[index % lessons.length] ?? { beginning: '', rewording: '' };
      const given = encode(beginning);
      const end = vocabulary.symbols.indexOf(endSymbol);
      return { symbols: [...given, ...encode(rewording), end], given: given.length };
    },
  });
}

test('what a model learnt, transformers.js writes from its folder in a thread', async () => {
  const losses: number[] = [];
  const weights = await train(150, new AbortController().signal, losses);
  expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 10);

  const model = path.join(folder, 'model');
  await writeLanguageModel(model, { architecture, weights, vocabulary, task: { again: true } });
  const writer = openWriter(model, worker);
  try {
    expect(await writer.describe()).toEqual({ again: true });
    const beginnings = lessons.map(({ beginning }) => beginning);
    const request = { beginnings, chat: false, mostSymbols: 10, topP: 1, seed: 1 };
    expect(await writer.write({ ...request, temperature: 0 })).toEqual(
      lessons.map(({ rewording }) => rewording),
    );
    const drawn = await writer.write({ ...request, temperature: 1 });
    expect(await writer.write({ ...request, temperature: 1 })).toEqual(drawn);
  } finally {
    await writer.close();
  }

  await expectChat(model);
  const tokenizer = await AutoTokenizer.from_pretrained(model, { local_files_only: true });
  for (const { beginning } of lessons) expect(tokenizer.encode(beginning)).toEqual([...encode(beginning)]);
});

/** A model that is asked in words takes them through its chat template, and needs one. */
async function expectChat(model: string): Promise<void> {
  const [{ beginning, rewording } = { beginning: '', rewording: '' }] = lessons;
  const request = { beginnings: [beginning], chat: true, mostSymbols: 10, temperature: 0, topP: 1, seed: 1 };
  const without = openWriter(model, worker);
  await expect(without.write(request)).rejects.toMatchObject({ code: 'writingFailed', place: model });
  await without.close();
  const file = path.join(model, 'tokenizer_config.json');
  const config: unknown = JSON.parse(await readFile(file, 'utf8'));
  const template = '{% for message in messages %}{{ message.content }}{% endfor %}';
  await writeFile(file, JSON.stringify(Object.assign({}, config, { chat_template: template })));
  const writer = openWriter(model, worker);
  expect(await writer.write(request)).toEqual([rewording]);
  await writer.close();
}

test('a training that is stopped ends with the reason', async () => {
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  await expect(train(50, stop.signal, [])).rejects.toThrow('enough');
});

test('a training that was killed goes on where it was, and ends with the same weights', async () => {
  const { signal } = new AbortController();
  const states: unknown[] = [];
  const keeping: Checkpoint = { load: async () => undefined, save: async (state) => void states.push(state) };
  const whole = await train(120, signal, [], keeping);
  expect(states).toHaveLength(2);
  const losses: number[] = [];
  const resumed = await train(120, signal, losses, { load: async () => states[1], save: async () => {} });
  expect(losses).toHaveLength(1);
  expect(resumed).toEqual(whole);
  // What is no state, or one of another model, counts for nothing.
  const fresh: number[] = [];
  const other = { done: 100, tensors: {} };
  await train(30, signal, fresh, { load: async () => ({ ...other, done: 25 }), save: async () => {} });
  expect(fresh).toHaveLength(2);
});

test('a folder that is missing, lacks a file or is broken says so', async () => {
  const errorOf = async (source: string) => {
    const writer = openWriter(source, worker);
    const error: unknown = await writer.describe().catch((thrown: unknown) => thrown);
    await writer.close();
    return error;
  };
  const missing = path.join(folder, 'nowhere');
  expect(await errorOf(missing)).toMatchObject({ code: 'modelMissing', place: missing });

  const half = path.join(folder, 'half');
  await mkdir(half);
  await writeFile(path.join(half, 'config.json'), '{}');
  expect(await errorOf(half)).toMatchObject({
    code: 'modelMissing',
    place: path.join(half, 'tokenizer.json'),
  });

  const broken = path.join(folder, 'broken');
  await mkdir(path.join(broken, 'onnx'), { recursive: true });
  for (const name of ['tokenizer.json', 'tokenizer_config.json'])
    await writeFile(path.join(broken, name), '{}');
  await writeFile(path.join(broken, 'config.json'), '{"model_type": "gpt2"}');
  await writeFile(path.join(broken, 'onnx', 'model.onnx'), 'no graph');
  const error = await errorOf(broken);
  expect(error).toBeInstanceOf(LanguageModelError);
  expect(error).toMatchObject({ code: 'modelBroken', place: broken });
});
