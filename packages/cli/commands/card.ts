/** `praxis card`: the model card, readable on a terminal. */
import { readArtifactFolder, readImportedFolder } from '@praxis/core';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { flag, parseOptions } from '../options.ts';
import { cardLines, importedCardLines } from '../report/card-lines.ts';

const schema = z.object({ json: flag });

/** @throws ArtifactError where the folder holds no artifact, or not as it was written */
export async function card(given: Given): Promise<number> {
  const { json } = parseOptions(schema, given);
  const [folder = ''] = given.words;
  const imported = await readImportedFolder(folder);
  if (imported !== null) {
    const { card: own, hash } = imported;
    console.log(json ? JSON.stringify({ artifact: hash, ...own }) : importedCardLines(own, hash).join('\n'));
    return 0;
  }
  const { card: found, hash: artifact } = await readArtifactFolder(folder);
  console.log(json ? JSON.stringify({ artifact, ...found }) : cardLines(found, artifact).join('\n'));
  return 0;
}
