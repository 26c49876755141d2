/** A work's numbers in a file, for contenders in another language. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mapped } from './contenders/tensors.ts';
import type { Tensors, WorkData } from './works/work.ts';

/** Writes `data.bin`, all numbers one after the other, and `data.json`, which says where each tensor starts in it. */
export async function writeData(folder: string, { weights, constants, batches }: WorkData): Promise<void> {
  const parts: Uint8Array[] = [];
  let offset = 0;
  const laidOut = (tensors: Tensors) =>
    mapped(tensors, (_, { data, shape, dtype }) => {
      const entry = { shape, dtype, offset };
      parts.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
      offset += data.byteLength;
      return entry;
    });
  const layout = { weights: laidOut(weights), constants: laidOut(constants), batches: batches.map(laidOut) };
  await writeFile(join(folder, 'data.bin'), Buffer.concat(parts));
  await writeFile(join(folder, 'data.json'), JSON.stringify(layout));
}
