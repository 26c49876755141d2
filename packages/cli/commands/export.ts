/** `praxis export`: the model as one ONNX file that any runtime opens. */
import { writeFile } from 'node:fs/promises';
import { readArtifactFolder, readImportedFolder } from '@praxis/core';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { FaultError, reason } from '../fault.ts';
import { parseOptions, required } from '../options.ts';
import { aligned } from '../report/words.ts';

const schema = z.object({ onnx: required });
const modelFile = 'model.onnx';

/** @throws ArtifactError where the model is not as it was written; FaultError outputUnwritable */
export async function exportModel(given: Given): Promise<number> {
  const { onnx } = parseOptions(schema, given);
  const [folder = ''] = given.words;
  const { card, files } = (await readImportedFolder(folder)) ?? (await readArtifactFolder(folder));
  const content = files.get(modelFile);
  if (content === undefined) {
    throw new FaultError({
      code: 'artifactDamaged',
      message: `The card in ${folder} names no ${modelFile}.`,
      mend: 'Train the model again.',
    });
  }
  await writeFile(onnx, content).catch((error: unknown) => {
    throw new FaultError({
      code: 'outputUnwritable',
      message: `${onnx} cannot be written: ${reason(error)}.`,
      mend: 'Take a path that you may write, with --onnx.',
    });
  });
  const inputs = card.features.map(({ name, kind, unit }) => [
    name,
    kind === 'category' ? 'string [rows, 1], "" where missing' : 'float32 [rows, 1], NaN where missing',
    unit ?? '',
  ]);
  const outputs = [
    ['probability', card.learner === 'imported' ? 'float32 [rows, 1]' : 'float32 [rows, 1], calibrated'],
    ['lower, upper', 'float32 [rows, 1], its interval; the probability itself where the model gives none'],
    ['logOdds', card.learner === 'imported' ? 'float32 [rows, 1]' : 'float32 [rows, 1], before calibration'],
    [
      'contributions',
      `float32 [rows, ${card.features.length}], by feature; ${card.learner === 'imported' ? 'all 0' : 'without those of trees'}`,
    ],
  ];
  console.log([onnx, 'Inputs', ...aligned(inputs), 'Outputs', ...aligned(outputs)].join('\n'));
  return 0;
}
