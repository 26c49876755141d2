/** Opens a language model for transformers.js: a local folder, or a name on the Hugging Face hub. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@xenova/transformers';
import { z } from 'zod';
import { LanguageModelError } from './errors.ts';

/** What the product reads of a model's own description. */
const description = z.object({ task_specific_params: z.record(z.string(), z.unknown()).optional() });

export interface OpenLanguageModel {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
  /** `task_specific_params` of its `config.json`. */
  readonly task: Readonly<Record<string, unknown>>;
}

/** Smaller files first where a folder holds several: quality differs little, memory does. */
const modelFiles = [
  { file: 'model.onnx', dtype: 'fp32' },
  { file: 'model_q4.onnx', dtype: 'q4' },
  { file: 'model_quantized.onnx', dtype: 'q8' },
  { file: 'model_fp16.onnx', dtype: 'fp16' },
] as const;

/** Names on the hub: `model` or `owner/model`. */
const hubName = /^[\w.-]+(\/[\w.-]+)?$/;

/**
 * @param source a folder's path, or a name on the hub
 * @throws LanguageModelError `modelMissing`, `modelBroken`, `modelUnreachable`
 */
export async function openLanguageModel(source: string, threads: number): Promise<OpenLanguageModel> {
  const local = await isFolder(source);
  if (!local && (path.isAbsolute(source) || source.startsWith('.') || !hubName.test(source))) {
    throw new LanguageModelError(
      'modelMissing',
      `There is no folder ${source} with a language model.`,
      source,
    );
  }
  env.allowRemoteModels = !local;
  const dtype = local ? await localFile(source) : 'q4';
  const task = local ? await taskOf(source) : {};
  try {
    const where = local ? path.resolve(source) : source;
    const tokenizer = await AutoTokenizer.from_pretrained(where, { local_files_only: local });
    const model = await AutoModelForCausalLM.from_pretrained(where, {
      local_files_only: local,
      device: 'cpu',
      dtype,
      session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 4 },
    });
    return { tokenizer, model, task };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (local) {
      throw new LanguageModelError(
        'modelBroken',
        `The language model in ${source} cannot be read: ${why}`,
        source,
      );
    }
    const message = `The language model ${source} is no folder here and did not come from the hub: ${why}`;
    throw new LanguageModelError('modelUnreachable', message, source);
  }
}

async function isFolder(source: string): Promise<boolean> {
  return (await stat(source).catch(() => null))?.isDirectory() ?? false;
}

async function localFile(folder: string) {
  for (const name of ['config.json', 'tokenizer.json', 'tokenizer_config.json']) {
    if ((await stat(path.join(folder, name)).catch(() => null)) === null) throw missing(folder, name);
  }
  for (const { file, dtype } of modelFiles) {
    if ((await stat(path.join(folder, 'onnx', file)).catch(() => null)) !== null) return dtype;
  }
  throw missing(folder, 'onnx/model.onnx');
}

function missing(folder: string, name: string): LanguageModelError {
  const message = `The folder ${folder} holds no ${name}: a language model needs it.`;
  return new LanguageModelError('modelMissing', message, path.join(folder, name));
}

async function taskOf(folder: string): Promise<OpenLanguageModel['task']> {
  const file = path.join(folder, 'config.json');
  try {
    return description.parse(JSON.parse(await readFile(file, 'utf8'))).task_specific_params ?? {};
  } catch {
    throw new LanguageModelError('modelBroken', `${file} is no description of a language model.`, file);
  }
}
