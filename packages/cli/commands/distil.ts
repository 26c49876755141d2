/** `praxis distil`: a small network that answers nearly as a larger model does, and what that costs and wins. */
import { availableParallelism } from 'node:os';
import { distilDefaults, distilModel, useDevice } from '@praxis/core';
import { z } from 'zod';
import { type OutputFolder, openOutputFolder } from '../artifact/output-folder.ts';
import type { Given } from '../command-list.ts';
import { ensure } from '../fault.ts';
import { flag, optional, parseOptions, reading, required, whole } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { type DistilReport, distilJson, distilLines } from '../report/distil-report.ts';
import { readSettings } from '../settings.ts';
import { listenForStop } from '../supervise/stop-signal.ts';
import { type DistilData, distilData } from '../table/distil-data.ts';
import { openTableModel, type TableModel } from '../table/open-model.ts';
import { scoringCosts } from '../table/scoring-cost.ts';
import { trainingProgress } from '../terminal/training-progress.ts';

const schema = z.object({
  model: required,
  data: required,
  test: optional,
  target: optional,
  seed: whole(0, 2 ** 31 - 1, 0),
  ...reading,
  out: required,
  overwrite: flag,
  json: flag,
});
type Options = z.output<typeof schema>;

/**
 * Figures go to standard output, progress and warnings to standard error.
 *
 * @throws FaultError; ArtifactError; what the distillation says
 */
export async function distil(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  ensure(await checkOnnxRuntime());
  await useDevice(readSettings(process.env).device);
  const teacher = await openTableModel(options.model);
  try {
    const output = await openOutputFolder(options.out, options.overwrite);
    const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
    try {
      const report = await run(options, teacher, output, signal);
      const lines = () => distilLines(report, [options.out, options.model]);
      console.log(options.json ? distilJson(report) : lines().join('\n'));
      return 0;
    } finally {
      release();
      await output.release();
    }
  } finally {
    await teacher.release();
  }
}

async function run(
  options: Options,
  teacher: TableModel,
  output: OutputFolder,
  signal: AbortSignal,
): Promise<DistilReport> {
  const began = performance.now();
  const { data, test, target, seed, schema: schemaFile, delimiter } = options;
  const progress = trainingProgress(teacher.outcome);
  try {
    progress.show({ stage: 'read', fraction: 0 });
    const reading = { schema: schemaFile, delimiter, signal };
    const found = await distilData(teacher, { data, test, target, seed, reading });
    progress.end();
    const warnings = warningsOf(options, teacher, found);
    for (const warning of warnings) console.error(`! ${warning}`);
    const { artifact, card, distillation, difference } = await distilModel({
      outcome: teacher.outcome,
      horizonDays: teacher.horizonDays,
      ...found,
      teacher: {
        artifact: teacher.hash,
        learner: teacher.learner,
        calibration: teacher.calibration,
        hasSeen: found.hasSeen,
      },
      settings: distilDefaults,
      seed,
      threads: availableParallelism(),
      models: output.models,
      onEpoch: ({ share }) => progress.show({ stage: 'distil', fraction: share }),
      signal,
    });
    progress.end();
    await output.fill(artifact);
    const costs = await costsOf(options, teacher, found);
    const seconds = (performance.now() - began) / 1000;
    return { card, distillation, artifact, difference, costs, seconds, warnings };
  } finally {
    progress.end();
  }
}

async function costsOf(options: Options, teacher: TableModel, { exam }: DistilData) {
  const student = await openTableModel(options.out);
  try {
    const [own, teachers] = await scoringCosts(
      [
        { model: student, folder: options.out },
        { model: teacher, folder: options.model },
      ],
      exam.data,
    );
    return { student: own, teacher: teachers };
  } finally {
    await student.release();
  }
}

function warningsOf({ model, data, test }: Options, teacher: TableModel, { hasSeen }: DistilData): string[] {
  const warnings: string[] = [];
  if (hasSeen.exam) {
    const mend = test === undefined ? ' Give rows that it has not seen with --test.' : '';
    warnings.push(
      `The model in ${model} was trained on ${test ?? data}, the judging rows among them: its figures are too good, and those of the new one may be. What the new one loses is then not to be told from them.${mend}`,
    );
  }
  if (hasSeen.exam === null) {
    warnings.push(
      `What the model in ${model} was trained on is not known: if ${test ?? data} was among it, its figures are too good.`,
    );
  }
  if (teacher.learner === 'privateLogistic') {
    warnings.push(
      `The model in ${model} was trained privately. The new one is not: it learns from the rows of ${data} as they are.`,
    );
  }
  return warnings;
}
