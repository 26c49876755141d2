/** Runs `praxis` as a person does: a process of its own, its two outputs, its exit code. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

const program = path.resolve(import.meta.dirname, '../bin.js');
export const pimaFile = path.resolve(import.meta.dirname, '../../core/testing/pima-diabetes.csv.gz');

export interface Outcome {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Resolves when standard error has said it. */
  readonly said: (words: RegExp) => Promise<void>;
  readonly ended: Promise<Outcome>;
}

export function startPraxis(...words: readonly string[]): Running {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let heard = '';
  child.stderr.on('data', (chunk: Buffer) => {
    heard += chunk;
  });
  const ended = Promise.all([
    new Promise<number | null>((resolve) => child.once('close', resolve)),
    text(child.stdout),
  ]).then(([code, stdout]) => ({ code, stdout, stderr: heard }));
  const said = (wanted: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (wanted.test(heard)) resolve();
      };
      child.stderr.on('data', look);
      child.once('close', () => reject(new Error(`it ended without saying ${wanted}: ${heard}`)));
      look();
    });
  return { child, said, ended };
}

export function praxis(...words: readonly string[]): Promise<Outcome> {
  return startPraxis(...words).ended;
}

/** The rows of the Pima file by column, as text. */
export async function pimaRows(): Promise<readonly Readonly<Record<string, string>>[]> {
  const content = gunzipSync(await readFile(pimaFile))
    .toString('utf8')
    .replaceAll('"', '')
    .trim();
  const [header = '', ...lines] = content.split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
  });
}

/** A CSV file's text. */
export function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return `${[names, ...rows.map((row) => names.map((name) => row[name]))].map((cells) => cells.join(',')).join('\n')}\n`;
}
