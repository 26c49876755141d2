/** `praxis import`: an ONNX classifier of another program becomes a model that predicts and competes here. */
import path from 'node:path';
import { importModel, readImportSchema } from '@praxis/core';
import { z } from 'zod';
import { openOutputFolder } from '../artifact/output-folder.ts';
import type { Given } from '../command-list.ts';
import { ensure } from '../fault.ts';
import { flag, parseOptions, required } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';

const schema = z.object({ schema: required, out: required, overwrite: flag });

/** @throws ImportError; FaultError where the folder cannot be written */
export async function importOnnx(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  const [file = ''] = given.words;
  ensure(await checkOnnxRuntime());
  const output = await openOutputFolder(options.out, options.overwrite);
  try {
    const described = await readImportSchema(options.schema);
    const artifact = await importModel(file, described, output.models);
    await output.fill(artifact);
    console.log(
      `${path.basename(file)} is a model of ${described.features.length} features in ${options.out} now, artifact ${artifact.slice(0, 12)}. It gives probabilities, without intervals or contributions.`,
    );
    return 0;
  } finally {
    await output.release();
  }
}
