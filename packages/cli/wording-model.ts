/** Which language model rewords word problems. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from './settings.ts';

export interface WordingModel {
  /** A folder, or a name on the hub. */
  readonly source: string;
  /** Another model has another name; what it wrote is kept with it. */
  readonly name: string;
}

type Places = Pick<Settings, 'home' | 'languageModel'>;

/** Where the product's own model lies once it is trained. */
export function ownWordingModel({ home }: Pick<Settings, 'home'>): string {
  return path.join(home, 'language', 'wording');
}

/** Null where none is set and the product's own is not trained yet. */
export async function chosenWordingModel(settings: Places): Promise<WordingModel | null> {
  const { languageModel } = settings;
  if (languageModel !== null) return { source: languageModel, name: languageModel };
  const source = ownWordingModel(settings);
  const name = await contentHash(source);
  return name === null ? null : { source, name };
}

/** Of what the product's own model consists of; null where a file of it is missing. */
async function contentHash(folder: string): Promise<string | null> {
  const hash = createHash('sha256');
  for (const name of ['config.json', 'tokenizer.json', 'onnx/model.onnx']) {
    const content = await readFile(path.join(folder, name)).catch(() => null);
    if (content === null) return null;
    hash.update(content);
  }
  return hash.digest('hex');
}
