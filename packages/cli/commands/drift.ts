/** `praxis drift`: what has changed between two files, for a model that serves both. */
import { calibrationDrift, columnNamed, featureDrift, labelsFor } from '@praxis/core';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { ensure } from '../fault.ts';
import { flag, optional, parseOptions, reading } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { type Drift, driftJson, driftLines } from '../report/drift-report.ts';
import { listenForStop } from '../supervise/stop-signal.ts';
import { openTableModel, type TableModel } from '../table/open-model.ts';
import { ensured } from '../table/read-file.ts';
import { type FileForModel, fileTarget, probabilitiesOf, readForModel } from '../table/scored-file.ts';

const schema = z.object({ target: optional, ...reading, json: flag });

/** @throws FaultError for a file that the model cannot take; ArtifactError */
export async function drift(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  const [folder = '', before = '', after = ''] = given.words;
  ensure(await checkOnnxRuntime());
  const model = await openTableModel(folder);
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  try {
    const reading = { ...options, signal };
    const was = await readForModel(model, before, reading);
    const is = await readForModel(model, after, reading);
    const found: Drift = {
      artifact: model.hash,
      rows: { before: was.matrix.rows, after: is.matrix.rows },
      features: featureDrift(was.matrix, is.matrix),
      calibration: await calibrationOf(model, was, is, options.target, signal),
    };
    console.log(options.json ? driftJson(found) : driftLines(found, [before, after]).join('\n'));
    return 0;
  } finally {
    release();
    await model.release();
  }
}

/** null where a file does not hold both outcomes. */
async function calibrationOf(
  model: TableModel,
  was: FileForModel,
  is: FileForModel,
  target: string | undefined,
  signal: AbortSignal,
): Promise<Drift['calibration']> {
  const name = model.target?.column ?? '';
  const known = [was, is].every(({ file }) => columnNamed(file.table, name) !== undefined);
  if (target === undefined && !known) return null;
  const labelsOf = ({ file }: FileForModel) =>
    ensured(labelsFor(fileTarget(model, file.table, target), file.table));
  const labels = [labelsOf(was), labelsOf(is)] as const;
  if (labels.some((own) => new Set(own).size < 2)) return null;
  const [before, after] = [
    await probabilitiesOf(model, was.matrix, signal),
    await probabilitiesOf(model, is.matrix, signal),
  ];
  return calibrationDrift(
    { labels: labels[0], probabilities: before },
    { labels: labels[1], probabilities: after },
  );
}
