/** A data set in a folder, for contenders in another language; the probabilities that they leave beside it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabelledMatrix } from '@praxis/core';
import { folds } from './folds.ts';

/**
 * Writes `values.bin` (float32, [rows, features], NaN is missing, a category is the position of its level), `labels.bin`
 * (uint8, [rows]), `fold.bin` (int8 from 1, [repeats, rows]), and `data.json`, which says what they hold.
 */
export async function writeData(
  folder: string,
  { features, rows, values, labels }: LabelledMatrix,
  dealt: readonly Int8Array[],
): Promise<void> {
  const told = { rows, folds, repeats: dealt.length, kinds: features.map(({ kind }) => kind) };
  await writeFile(join(folder, 'values.bin'), values);
  await writeFile(join(folder, 'labels.bin'), labels);
  await writeFile(join(folder, 'fold.bin'), Buffer.concat(dealt.map((one) => Buffer.from(one.buffer))));
  await writeFile(join(folder, 'data.json'), JSON.stringify(told));
}

/** Float64, [repeats, rows]. @throws Error where a number is no probability */
export async function readProbabilities(
  file: string,
  rows: number,
  repeats: number,
): Promise<readonly Float64Array[]> {
  const bytes = await readFile(file);
  const all = new Float64Array(new Uint8Array(bytes).buffer);
  if (all.length !== rows * repeats || !all.every((value) => value >= 0 && value <= 1)) {
    throw new Error(`${file} does not hold a probability for each of ${rows} rows and ${repeats} repeats`);
  }
  return Array.from({ length: repeats }, (_, repeat) => all.subarray(repeat * rows, (repeat + 1) * rows));
}
