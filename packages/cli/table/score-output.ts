/** Scores as a file: CSV, or one JSON object a line. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Abstention, ConformalSet, Familiarity, MatrixScores } from '@praxis/core';
import { FaultError, reason, systemCode } from '../fault.ts';

export interface ScoreColumns {
  /** Header of the first column. */
  readonly name: string;
  readonly features: readonly string[];
  readonly interval: boolean;
  /** Whether sets of outcomes are known, and what the training rows were like. */
  readonly conformal: boolean;
  readonly familiarity: boolean;
  /** Contributions are counted from it. */
  readonly baselineLogOdds: number;
}

/** What is to be said of a row besides its probability; null where the model does not know. */
export interface RowDoubts {
  readonly set: ConformalSet | null;
  readonly familiar: Familiarity | null;
  readonly abstains: Abstention | null;
}

/** Writes rows of scores as text. */
export interface ScoreFormat {
  /** Empty where the format has no head. */
  readonly head: string;
  row(name: string, scores: MatrixScores, row: number, doubts: RowDoubts): string;
}

/** Single precision has no more digits. */
const rounded = (value: number): number => Number(value.toPrecision(7));

const needsQuotes = /[",\r\n]/;
const cell = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function csvScores(
  { name, features, interval, conformal, familiarity, baselineLogOdds }: ScoreColumns,
  explain: boolean,
): ScoreFormat {
  const explained = ['logOdds', 'baseline', ...features.map((feature) => `contribution.${feature}`)];
  const doubted = [
    ...(conformal ? ['outcomes'] : []),
    ...(familiarity ? ['unlike'] : []),
    ...(conformal || familiarity ? ['abstains'] : []),
  ];
  const head = [
    name,
    'probability',
    ...(interval ? ['lower', 'upper'] : []),
    ...doubted,
    ...(explain ? explained : []),
  ];
  return {
    head: `${head.map(cell).join(',')}\n`,
    row(id, { probability, lower, upper, logOdds, contributions }, row, { set, familiar, abstains }) {
      const numbers: (number | string)[] = [rounded(probability[row])];
      if (interval) numbers.push(rounded(lower[row]), rounded(upper[row]));
      if (set !== null) numbers.push(set);
      if (familiar !== null) numbers.push(String(familiar.unlike));
      if (conformal || familiarity) numbers.push(abstains ?? '');
      if (contributions !== null) {
        numbers.push(rounded(logOdds[row]), rounded(baselineLogOdds));
        for (const value of contributionsOf(contributions, features.length, row))
          numbers.push(rounded(value));
      }
      return `${cell(id)},${numbers.join(',')}\n`;
    },
  };
}

export function jsonScores({ name, features, interval, baselineLogOdds }: ScoreColumns): ScoreFormat {
  return {
    head: '',
    row(id, { probability, lower, upper, logOdds, contributions }, row, { set, familiar, abstains }) {
      const object: Record<string, unknown> = {
        [name]: name === 'row' ? Number(id) : id,
        probability: rounded(probability[row]),
      };
      if (interval) Object.assign(object, { lower: rounded(lower[row]), upper: rounded(upper[row]) });
      if (set !== null) object.outcomes = set;
      if (familiar !== null) {
        const { unlike, percentile, mostUnusual } = familiar;
        Object.assign(object, { unlike, percentile: Number(percentile.toFixed(1)), mostUnusual });
      }
      if (set !== null || familiar !== null) object.abstains = abstains;
      if (contributions !== null) {
        const own = contributionsOf(contributions, features.length, row);
        Object.assign(object, {
          logOdds: rounded(logOdds[row]),
          baseline: rounded(baselineLogOdds),
          contributions: Object.fromEntries(features.map((feature, at) => [feature, rounded(own[at])])),
        });
      }
      return `${JSON.stringify(object)}\n`;
    },
  };
}

function contributionsOf(contributions: Float64Array, width: number, row: number): Float64Array {
  return contributions.subarray(row * width, (row + 1) * width);
}

/** Where text goes: it waits until the reader has taken what was written. */
export interface TextOutput {
  /** @returns false where nobody reads on, as in `praxis predict … | head` */
  write(text: string): Promise<boolean>;
  /** Nothing lies under the file's name before this. */
  end(): Promise<void>;
  /** Gives up: nothing is left. */
  discard(): Promise<void>;
}

/** @param file undefined: standard output */
export function textOutput(file: string | undefined): TextOutput {
  if (file === undefined) {
    return { write: (text) => writeTo(process.stdout, text), end: async () => {}, discard: async () => {} };
  }
  const writing = `${file}.writing`;
  const stream = createWriteStream(writing);
  const done = finished(stream).catch((error: unknown) => {
    throw new FaultError({
      code: 'outputUnwritable',
      message: `${file} cannot be written: ${reason(error)}.`,
      mend: 'Take a path that you may write, with --out.',
    });
  });
  // Whoever writes or ends meets the error; until then it is not unhandled.
  done.catch(() => {});
  return {
    async write(text) {
      await Promise.race([writeTo(stream, text), done]);
      return true;
    },
    async end() {
      stream.end();
      await done;
      await rename(writing, file);
    },
    async discard() {
      stream.destroy();
      await done.catch(() => {});
      await rm(writing, { force: true });
    },
  };
}

async function writeTo(stream: Writable, text: string): Promise<boolean> {
  if (!stream.writable) return false;
  try {
    if (!stream.write(text)) await once(stream, 'drain');
  } catch (error) {
    if (systemCode(error) !== 'EPIPE') throw error;
    return false;
  }
  return true;
}
