/** A state's payments as bytes: magic number, version, clock, number of rows, then one column after the other in float64. */
import { Recent, recentColumns } from './recent.ts';

export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

/** "prxf" and the version of the layout and of the features that were computed from it. */
const magic = 0x70727866;
const version = 1;
const headerBytes = 24;

export function writeSnapshot(clock: number, recent: Recent): Uint8Array {
  const rows = recent.end - recent.first;
  const bytes = new Uint8Array(headerBytes + 8 * rows * recentColumns.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, version);
  view.setFloat64(8, clock);
  view.setFloat64(16, rows);
  let offset = headerBytes;
  for (const column of recentColumns) {
    for (let place = recent.first; place < recent.end; place++) {
      view.setFloat64(offset, recent.read(place, column));
      offset += 8;
    }
  }
  return bytes;
}

/** @throws SnapshotError where the bytes are not those of a whole snapshot of this version */
export function readSnapshot(bytes: Uint8Array): { readonly clock: number; readonly recent: Recent } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < headerBytes || view.getUint32(0) !== magic) {
    throw new SnapshotError('These bytes are not a snapshot of payment features.');
  }
  if (view.getUint32(4) !== version) {
    throw new SnapshotError(
      `The snapshot is of version ${view.getUint32(4)}, this program reads version ${version}: replay the payments.`,
    );
  }
  const rows = view.getFloat64(16);
  if (bytes.byteLength !== headerBytes + 8 * rows * recentColumns.length) {
    throw new SnapshotError(`The snapshot says ${rows} payments but is cut off or has more.`);
  }
  const recent = new Recent();
  const value = (column: number, row: number) => view.getFloat64(headerBytes + 8 * (column * rows + row));
  for (let row = 0; row < rows; row++) {
    const place = recent.append(
      value(0, row),
      value(1, row),
      value(2, row),
      value(3, row),
      value(4, row),
      value(5, row),
    );
    recent.write(place, 'fraudKnownAt', value(6, row));
  }
  return { clock: view.getFloat64(8), recent };
}
