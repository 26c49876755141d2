/** `praxis explain`: why a model answers as it does, for one row or over all. */
import type { Goal } from '@praxis/core';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { ensure, FaultError } from '../fault.ts';
import { decimal, flag, names, optional, parseOptions, reading, whole } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { cellOf, changeLines, globalLines, nearLines, rowLines } from '../report/explanation-lines.ts';
import { listenForStop } from '../supervise/stop-signal.ts';
import { changeRow, readChange } from '../table/change-row.ts';
import { explainGlobally } from '../table/explain-global.ts';
import { explainRow } from '../table/explain-row.ts';
import { nearRows } from '../table/near-rows.ts';
import { openTableModel, type TableModel } from '../table/open-model.ts';
import { type FileForModel, fileLabels, readForModel, rowNames } from '../table/scored-file.ts';

const probability = decimal((value) => value > 0 && value < 1, 'is not a probability between 0 and 1');

const schema = z.object({
  row: whole(1, 1_000_000_000, 1),
  below: probability,
  above: probability,
  change: names,
  nearest: optional,
  global: flag,
  target: optional,
  seed: whole(0, 2 ** 31, 0),
  ...reading,
  json: flag,
});
type Options = z.infer<typeof schema>;

/** @throws FaultError; ArtifactError */
export async function explain(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  const goal = goalOf(options, given.usage);
  const [folder = '', path = ''] = given.words;
  ensure(await checkOnnxRuntime());
  const model = await openTableModel(folder);
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  try {
    const read = await readForModel(model, path, { ...options, signal });
    const answer = options.global ? ofAll : ofRow;
    const { object, lines } = await answer(model, read, options, goal, signal);
    console.log(options.json ? JSON.stringify({ artifact: model.hash, ...object }) : lines.join('\n'));
    return 0;
  } finally {
    release();
    await model.release();
  }
}

/** What a command prints, for machines and for people. */
interface Answer {
  readonly object: object;
  readonly lines: readonly string[];
}

async function ofRow(
  model: TableModel,
  { file, matrix }: FileForModel,
  options: Options,
  goal: Goal | null,
  signal: AbortSignal,
): Promise<Answer> {
  const row = options.row - 1;
  if (row >= matrix.rows) {
    throw new FaultError({
      code: 'noRows',
      message: `The file has ${matrix.rows} rows; there is no row ${options.row}.`,
      mend: 'Give a row of the file with --row.',
    });
  }
  const { features } = matrix;
  const values = matrix.values.subarray(row * features.length, (row + 1) * features.length);
  const names = rowNames(file.table, undefined, model.id);
  const explained = await explainRow(model, matrix, row, options.seed, signal);
  const change =
    goal === null ? null : await changeRow(model, matrix, row, options.change.map(readChange), goal, signal);
  const near =
    options.nearest === undefined
      ? null
      : await nearRows(model, matrix, row, options.nearest, options.target, { ...options, signal });
  const { methods, exact } = model.explanation;
  return {
    object: {
      row: options.row,
      probability: explained.probability,
      logOdds: explained.logOdds,
      baseline: explained.baseline,
      residual: explained.residual,
      methods,
      exact,
      contributions: features.map((feature, at) => ({
        feature: feature.name,
        value: cellOf(feature, values[at]),
        contribution: explained.contributions[at],
        ...(explained.standardErrors === null ? {} : { standardError: explained.standardErrors[at] }),
      })),
      ...(change === null ? {} : { change: change.ok ? change.value : { none: change.error } }),
      ...(near === null ? {} : { nearest: near }),
    },
    lines: [
      ...rowLines(`${names.header} ${names.of(row)}`, features, values, model.explanation, explained),
      ...(change === null || goal === null ? [] : changeLines(goal, change)),
      ...(near === null ? [] : nearLines(near)),
    ],
  };
}

async function ofAll(
  model: TableModel,
  { file, matrix }: FileForModel,
  options: Options,
  _goal: Goal | null,
  signal: AbortSignal,
): Promise<Answer> {
  const target = options.target ?? model.target?.column;
  const known = target !== undefined && file.table.columns.some(({ name }) => name === target);
  const labels = known || options.target !== undefined ? fileLabels(model, file.table, options.target) : null;
  const found = await explainGlobally(model, matrix, labels, options.seed, signal);
  return { object: found, lines: globalLines(found) };
}

function goalOf({ below, above, change, global }: Options, usage: string): Goal | null {
  const wrong = (message: string) =>
    new FaultError({ code: 'usage', message, mend: `Usage: praxis ${usage}` });
  if (below !== undefined && above !== undefined) throw wrong('--below and --above exclude each other.');
  const bound = below ?? above;
  if (bound === undefined) {
    if (change.length > 0) throw wrong('--change needs a goal: --below P or --above P.');
    return null;
  }
  if (global) throw wrong('--global is of all rows: --below and --above are of one.');
  if (change.length === 0) throw wrong('--change is missing: name the columns that may change.');
  return { side: below === undefined ? 'above' : 'below', bound };
}
