/** `praxis fraud evaluate`: trains on some weeks of a transactions file and prints how well a later week's frauds are told. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { fraudReportJson, fraudReportLines } from '../evaluation/fraud-report.ts';
import { engineFault, ensure } from '../fault.ts';
import { flag, parseOptions, required, whole } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { readSettings } from '../settings.ts';
import { listenForStop, Stopped } from '../supervise/stop-signal.ts';
import { ensured } from '../table/read-file.ts';
import { trainingProgress } from '../terminal/training-progress.ts';

const mostDays = 10_000;
const schema = z.object({
  transactions: required,
  'train-start': z.iso.date({ error: 'is not a day such as 2018-07-25' }),
  'train-days': whole(1, mostDays, 7),
  'history-days': whole(0, mostDays, 0),
  'delay-days': whole(0, mostDays, 7),
  'test-days': whole(1, mostDays, 7),
  seed: whole(0, Number.MAX_SAFE_INTEGER, 0),
  json: flag,
});

const dayMs = 86_400_000;

/** The layout is the handbook's: there is no schema to declare and no delimiter to name. */
const layoutMends = {
  columnMissing: 'Name the columns as the handbook does: docs/fraud-data.md lists them.',
  rowMalformed: 'Correct the row.',
  rowsRagged: 'Correct the rows.',
  cellsInvalid: 'Correct or remove these rows: docs/fraud-data.md says what each column holds.',
  formatUnknown: 'Write the file as CSV, plain or gzip.',
};

/**
 * Figures go to standard output, progress to standard error.
 *
 * @returns exit code: 0, or 130 where it was stopped
 * @throws FaultError naming the option, the cells of the file, or the days that the file holds
 */
export async function fraudEvaluate(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  ensure(await checkOnnxRuntime());
  const { useDevice } = await import('@praxis/core');
  await useDevice(readSettings(process.env).device);
  const { evaluateFraud, readTransactions } = await import('@praxis/fraud');
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  const began = performance.now();
  const progress = trainingProgress('fraud');
  try {
    progress.show({ stage: 'read', fraction: 0 });
    const { transactions } = ensured(await readTransactions(options.transactions), layoutMends);
    signal.throwIfAborted();
    const evaluation = await evaluateFraud(
      transactions,
      {
        trainStart: Date.parse(options['train-start']) / dayMs,
        trainDays: options['train-days'],
        historyDays: options['history-days'],
        delayDays: options['delay-days'],
        testDays: options['test-days'],
      },
      { seed: options.seed, threads: availableParallelism(), onProgress: progress.show, signal },
    );
    progress.end();
    if (!evaluation.ok) throw engineFault(evaluation.error);
    const seconds = (performance.now() - began) / 1000;
    const { value } = evaluation;
    console.log(options.json ? fraudReportJson(value, seconds) : fraudReportLines(value, seconds).join('\n'));
    return 0;
  } catch (error) {
    if (error instanceof Stopped) return 130;
    throw error;
  } finally {
    release();
  }
}
