/** Which language model rewords word problems. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from './settings.ts';

/** Where the product's own model lies once it is trained. */
export function ownWordingModel({ home }: Settings): string {
  return path.join(home, 'language', 'wording');
}

/** A folder or a name on the hub; null where none is set and the product's own is not trained yet. */
export async function chosenWordingModel(settings: Settings): Promise<string | null> {
  if (settings.languageModel !== null) return settings.languageModel;
  const own = ownWordingModel(settings);
  return (await stat(own).catch(() => null)) === null ? null : own;
}
