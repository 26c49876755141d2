/** Writes a trained transformer the way Hugging Face lays a model out, so that transformers.js and others run it. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type LanguageArchitecture, normalisationEpsilon } from './architecture.ts';
import { decoderGraph } from './decoder-graph.ts';
import type { LanguageWeights } from './training.ts';
import { endSymbol, piecePattern, unknownSymbol, type Vocabulary } from './vocabulary.ts';

export interface LanguageModelFiles {
  readonly architecture: LanguageArchitecture;
  readonly weights: LanguageWeights;
  readonly vocabulary: Vocabulary;
  /** What `config.json` says of what the model is for: plain data, under `task_specific_params`. */
  readonly task: Readonly<Record<string, unknown>>;
}

/** Replaces `folder`; whoever reads it meanwhile finds the old model or the new one, not a half. */
export async function writeLanguageModel(folder: string, files: LanguageModelFiles): Promise<void> {
  const { architecture, weights, vocabulary, task } = files;
  const end = vocabulary.symbols.indexOf(endSymbol);
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(path.join(fresh, 'onnx'), { recursive: true });
  const write = (name: string, content: unknown) =>
    writeFile(path.join(fresh, name), `${JSON.stringify(content, null, 2)}\n`);
  await write('config.json', configOf(architecture, end, task));
  await write('generation_config.json', { bos_token_id: end, eos_token_id: end, pad_token_id: end });
  await write('tokenizer.json', tokenizerOf(vocabulary));
  await write('tokenizer_config.json', {
    tokenizer_class: 'PreTrainedTokenizerFast',
    clean_up_tokenization_spaces: false,
    model_max_length: architecture.positions,
    padding_side: 'left',
    bos_token: endSymbol,
    eos_token: endSymbol,
    pad_token: endSymbol,
    unk_token: unknownSymbol,
  });
  await writeFile(path.join(fresh, 'onnx', 'model.onnx'), decoderGraph(architecture, weights));
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

function configOf(architecture: LanguageArchitecture, end: number, task: Readonly<Record<string, unknown>>) {
  const { vocabulary, positions, width, heads, blocks } = architecture;
  return {
    architectures: ['GPT2LMHeadModel'],
    model_type: 'gpt2',
    vocab_size: vocabulary,
    n_positions: positions,
    n_ctx: positions,
    n_embd: width,
    n_head: heads,
    n_layer: blocks,
    activation_function: 'relu',
    layer_norm_epsilon: normalisationEpsilon,
    tie_word_embeddings: true,
    bos_token_id: end,
    eos_token_id: end,
    task_specific_params: task,
  };
}

/**
 * The format of the tokenizers library. WordPiece without pieces that continue a word knows whole pieces only, which is what
 * is wanted, and is one of the models that transformers.js has.
 */
function tokenizerOf({ symbols, controls, slots }: Vocabulary) {
  const added = (content: string, special: boolean) => ({
    id: symbols.indexOf(content),
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special,
  });
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [
      ...controls.map((symbol) => added(symbol, true)),
      ...slots.map((symbol) => added(symbol, false)),
    ],
    normalizer: null,
    pre_tokenizer: { type: 'Split', pattern: { Regex: piecePattern }, behavior: 'Isolated', invert: false },
    post_processor: null,
    decoder: { type: 'Fuse' },
    model: {
      type: 'WordPiece',
      unk_token: unknownSymbol,
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(symbols.map((symbol, number) => [symbol, number])),
    },
  };
}
