/** Which format a file has: its content decides, then its name. */
import { textBytes } from './bytes.ts';
import { Located } from './errors.ts';

export const tableFormats = ['csv', 'jsonLines', 'parquet'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** What people take for a table file, by its first bytes (hexadecimal), and what to do with it. */
const others = [
  { start: '504b0304', what: 'a ZIP archive or an Excel workbook', advice: 'Save the sheet as CSV UTF-8.' },
  { start: 'd0cf11e0', what: 'an old Excel workbook', advice: 'Save the sheet as CSV UTF-8.' },
  { start: 'fffe', what: 'UTF-16 text', advice: 'Save it as CSV UTF-8.' },
  { start: 'feff', what: 'UTF-16 text', advice: 'Save it as CSV UTF-8.' },
  { start: '28b52ffd', what: 'compressed by Zstandard', advice: 'Decompress it, or compress it by gzip.' },
  { start: '425a68', what: 'compressed by bzip2', advice: 'Decompress it, or compress it by gzip.' },
  { start: 'fd377a585a', what: 'compressed by xz', advice: 'Decompress it, or compress it by gzip.' },
];

/** Throws `Located` for a file that is none of the formats. */
export async function formatOf(file: string, gzip: boolean): Promise<TableFormat> {
  const head = await firstText(file, gzip);
  const name = file.toLowerCase().replace(/\.gz$/, '');
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet';
  const start = head.subarray(0, 8).toString('hex');
  const other = others.find((candidate) => start.startsWith(candidate.start));
  if (other !== undefined) {
    const message = `${file} is ${other.what}. ${other.advice}`;
    throw new Located({ code: 'formatUnknown', file, message });
  }
  if (/\.(parquet|pq)$/.test(name)) return 'parquet';
  const text = head
    .toString()
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('{') || /\.(jsonl|ndjson)$/.test(name)) return 'jsonLines';
  if (name.endsWith('.json')) {
    const message = `${file} is one JSON value. Write one JSON object a line (JSON Lines), without brackets and commas around them.`;
    throw new Located({ code: 'formatUnknown', file, message });
  }
  if (head.includes(0)) {
    const message = `${file} is no text: it holds zero bytes. Tables are read from CSV, JSON Lines and Parquet.`;
    throw new Located({ code: 'formatUnknown', file, message });
  }
  return 'csv';
}

async function firstText(file: string, gzip: boolean): Promise<Buffer> {
  const chunks = textBytes(file, { gzip, hash: null, onBytes: () => {}, signal: undefined });
  for await (const chunk of chunks) return chunk;
  return Buffer.alloc(0);
}
