/** `npm run bench:tables`: how long a file takes to become a table, and how much memory, beside pandas where it is. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import { readTable } from '../packages/core/index.ts';

const measured = z.object({
  rows: z.number(),
  columns: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakMb: z.number(),
});
type Measured = z.output<typeof measured>;

const columns = [
  ...['id', 'when', 'day', 'x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'k0', 'k1'],
  ...['flag', 'yn', 'city', 'grade', 'code', 'note', 'y'],
];
const cities = ['Berlin', 'New York, NY', 'São Paulo', 'Tokyo', 'Kraków'];
const peer = join(import.meta.dirname, 'tables/pandas_peer.py');

/** Rows of 20 columns: numbers of every precision with gaps, times, flags, categories and quoted text. */
function* rowsOf(count: number): Generator<(string | number | boolean | null)[]> {
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(uniform() * bound);
  for (let row = 0; row < count; row++) {
    const time = new Date(1.7e12 + row * 37_000).toISOString();
    const numbers = Array.from({ length: 8 }, (_, digits) =>
      uniform() < 0.05 ? null : Number(((uniform() - 0.5) * 1000).toFixed(digits)),
    );
    yield [
      ...[row + 1, time, time.slice(0, 10), ...numbers, below(100), below(1e6)],
      ...[uniform() < 0.5, uniform() < 0.5 ? 'yes' : 'no', cities[below(5)], 'ABCDEFG'[below(7)]],
      ...[`c${below(500)}`, uniform() < 0.2 ? 'said "no"' : `note ${row} of the visit`],
      uniform() < 0.1 ? 1 : 0,
    ];
  }
}

const csvLine = (row: readonly (string | number | boolean | null)[]) =>
  row
    .map((cell) => {
      const text = String(cell ?? '');
      return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
const jsonLine = (row: readonly unknown[]) =>
  JSON.stringify(Object.fromEntries(columns.map((name, place) => [name, row[place]])));

async function write(file: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  let waiting = '';
  for (const line of lines) {
    waiting += `${line}\n`;
    if (waiting.length < 1 << 16) continue;
    if (!stream.write(waiting)) await once(stream, 'drain');
    waiting = '';
  }
  stream.end(waiting);
  await once(stream, 'finish');
}

function* csvLines(rows: number) {
  yield columns.join(',');
  for (const row of rowsOf(rows)) yield csvLine(row);
}
function* jsonLines(rows: number) {
  for (const row of rowsOf(rows)) yield jsonLine(row);
}

async function writeFiles(folder: string, rows: number, python: string | undefined): Promise<string[]> {
  const csv = join(folder, 'table.csv');
  const gzip = join(folder, 'table.csv.gz');
  const json = join(folder, 'table.jsonl');
  await write(csv, csvLines(rows));
  await pipeline(createReadStream(csv), createGzip(), createWriteStream(gzip));
  await write(json, jsonLines(rows));
  if (python === undefined) return [csv, gzip, json];
  const parquet = join(folder, 'table.parquet');
  execFileSync(python, [peer, 'parquet', csv, parquet]);
  return [csv, gzip, json, parquet];
}

/** Reads in this process: its peak memory is that of the reading. */
async function readHere(file: string): Promise<Measured> {
  const start = performance.now();
  const used = process.cpuUsage();
  const read = await readTable(file);
  if (!read.ok) throw new Error(read.error.message);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const cpuSeconds = (user + system) / 1e6;
  const { table } = read.value;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { rows: table.rows, columns: table.columns.length, seconds, cpuSeconds, peakMb };
}

const inProcess = (command: string, parameters: readonly string[]): Measured =>
  measured.parse(JSON.parse(execFileSync(command, parameters, { encoding: 'utf8' })));

function median(runs: readonly Measured[]): Measured {
  return runs.toSorted((one, other) => one.seconds - other.seconds)[Math.floor(runs.length / 2)];
}

async function compare(rows: number, rounds: number, json: boolean): Promise<void> {
  const python = process.env.PRAXIS_BENCH_PYTHON;
  const folder = await mkdtemp(join(tmpdir(), 'praxis-tables-'));
  try {
    for (const file of await writeFiles(folder, rows, python)) {
      const praxis: Measured[] = [];
      const pandas: Measured[] = [];
      for (let round = 0; round < rounds; round++) {
        praxis.push(inProcess(process.execPath, [import.meta.filename, '--read', file]));
        if (python !== undefined) pandas.push(inProcess(python, [peer, 'read', file]));
      }
      const { size } = await stat(file);
      const name = file.slice(folder.length + 1);
      const contenders = { praxis: median(praxis), ...(pandas.length > 0 && { pandas: median(pandas) }) };
      if (json) console.log(JSON.stringify({ file: name, bytes: size, ...contenders }));
      else {
        for (const [contender, run] of Object.entries(contenders)) {
          const head = `${name.padEnd(14)} ${(size / 1e6).toFixed(0).padStart(4)} MB  ${contender.padEnd(7)}`;
          const times = `${run.seconds.toFixed(2).padStart(6)} s (processor ${run.cpuSeconds.toFixed(2)} s)`;
          console.log(
            `${head} ${run.rows} rows x ${run.columns} columns ${times} ${run.peakMb.toFixed(0)} MB peak`,
          );
        }
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    read: { type: 'string' },
  },
});
const count = z.coerce.number().int().positive();
if (options.read !== undefined) console.log(JSON.stringify(await readHere(options.read)));
else await compare(count.parse(options.rows), count.parse(options.rounds), options.json);
