/** `praxis train`: any table to a calibrated model in a folder, with its figures in cross-validation. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import {
  calibrationChoices,
  candidatesFor,
  importedCandidate,
  learnerChoices,
  type TrainingRequest,
  trainClassifier,
  useDevice,
} from '@praxis/core';
import { z } from 'zod';
import { type OutputFolder, openOutputFolder } from '../artifact/output-folder.ts';
import type { Given } from '../command-list.ts';
import { ensure } from '../fault.ts';
import { flag, names, optional, parseOptions, reading, required, whole } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { type TrainingReport, trainingJson, trainingLines } from '../report/training-report.ts';
import { readSettings } from '../settings.ts';
import { listenForStop, Stopped } from '../supervise/stop-signal.ts';
import { type Competing, privateFault, privateOptions, privateTraining } from '../table/private-training.ts';
import { readFileTable } from '../table/read-file.ts';
import { trainingData } from '../table/training-data.ts';
import { trainingProgress } from '../terminal/training-progress.ts';

const learners = [...learnerChoices, 'private'] as const;

const schema = z
  .object({
    data: required,
    target: required,
    positive: optional,
    id: optional,
    time: optional,
    'delay-days': whole(0, 36_525, 0),
    group: optional,
    weight: optional,
    learner: z.enum(learners, { error: `is none of ${learners.join(', ')}` }).default('auto'),
    calibration: z
      .enum(calibrationChoices, { error: `is none of ${calibrationChoices.join(', ')}` })
      .default('platt'),
    with: z.array(required).default([]),
    folds: whole(2, 100, 5),
    repeats: whole(1, 100, 1),
    seed: whole(0, 2 ** 31 - 1, 0),
    search: whole(0, 10_000, 0),
    'search-seconds': whole(0, 1_000_000, 0),
    ...privateOptions,
    drop: names,
    category: names,
    ...reading,
    out: required,
    overwrite: flag,
    json: flag,
  })
  .refine((given) => given.search > 0 || given['search-seconds'] === 0, {
    path: ['search-seconds'],
    error: 'goes with --search',
  })
  .refine((given) => given.with.length === 0 || given.learner !== 'private', {
    path: ['with'],
    error: 'does not go with --learner private, which looks at no rows to choose by',
  })
  .refine((given) => given.with.length === 0 || given.calibration === 'platt', {
    path: ['with'],
    error: 'goes with --calibration platt alone',
  })
  .superRefine((given, context) => {
    const wrong = privateFault(given);
    if (wrong !== null) context.addIssue({ code: 'custom', path: [wrong.option], message: wrong.error });
  });
type Options = z.output<typeof schema>;

/**
 * Figures go to standard output, progress and warnings to standard error. A run that is killed or stopped goes on where it
 * was when the same command is given again.
 *
 * @returns exit code: 0, or 130 where it was stopped
 * @throws FaultError; what the training says
 */
export async function train(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  ensure(await checkOnnxRuntime());
  await useDevice(readSettings(process.env).device);
  const output = await openOutputFolder(options.out, options.overwrite);
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  try {
    const report = await run(options, output, signal);
    console.log(options.json ? trainingJson(report) : trainingLines(report, options.out).join('\n'));
    return 0;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    console.error('Stopped. The same command goes on where this one was.');
    return 130;
  } finally {
    release();
    await output.release();
  }
}

/** Without a number of trials, or with 0, settings are taken as they are. */
function searchBudget({ search, 'search-seconds': seconds }: Options): TrainingRequest['search'] {
  return search === 0 ? null : { trials: search, seconds: seconds === 0 ? null : seconds };
}

/** A model that was trained elsewhere comes last: it wins where none of ours is as good. */
async function competing(
  options: Options,
  data: TrainingRequest['data'],
  source: string,
  signal: AbortSignal,
): Promise<Competing> {
  const { learner } = options;
  if (learner === 'private') return privateTraining(options, data);
  const rivals = [];
  for (const folder of new Set(options.with.map((each) => path.resolve(each)))) {
    rivals.push({ folder, candidate: await importedCandidate(folder, data, [source], signal) });
  }
  const unsure = rivals.filter(({ candidate }) => candidate.parts.some(maySeeRows));
  return {
    candidates: [...candidatesFor(learner, data.rows), ...rivals.map(({ candidate }) => candidate)],
    warnings: unsure.map(({ folder }) => ({
      code: 'mayHaveSeenRows',
      column: null,
      message: `It is not known what ${path.basename(folder)} was trained on: if it has seen these rows, its figures are too good. "trainedOn" in its schema says which files it learnt from.`,
    })),
  };
}

const maySeeRows = (part: TrainingRequest['candidates'][number]['parts'][number]): boolean =>
  part.name === 'imported' && part.origin.hasSeenRows !== false;

async function run(options: Options, output: OutputFolder, signal: AbortSignal): Promise<TrainingReport> {
  const began = performance.now();
  const progress = trainingProgress(options.target);
  try {
    progress.show({ stage: 'read', fraction: 0 });
    const { schema: schemaFile, delimiter, category } = options;
    const file = await readFileTable(options.data, { schema: schemaFile, delimiter, category, signal });
    const found = trainingData(file, { ...options, delayDays: options['delay-days'] });
    const { data, table } = found;
    const { candidates, warnings: ofLearner } = await competing(options, data, file.sha256, signal);
    const warnings = [...found.warnings, ...ofLearner];
    progress.end();
    for (const { message } of warnings) console.error(`! ${message}`);
    const { artifact, card } = await trainClassifier({
      vertical: 'table',
      outcome: options.target,
      horizonDays: null,
      data,
      table,
      sources: [{ file: path.basename(options.data), sha256: file.sha256, rows: file.table.rows }],
      excluded: [],
      subgroups: [],
      limits: [],
      candidates,
      calibration: options.calibration,
      search: searchBudget(options),
      folds: options.folds,
      repeats: options.repeats,
      nested: options.learner === 'auto',
      foldModels: false,
      seed: options.seed,
      models: output.models,
      runs: output.runs,
      parallel: availableParallelism(),
      onProgress: progress.show,
      signal,
    });
    await output.fill(artifact);
    return { card, artifact, warnings, seconds: (performance.now() - began) / 1000 };
  } finally {
    progress.end();
  }
}
