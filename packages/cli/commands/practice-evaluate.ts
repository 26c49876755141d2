/** `praxis practice evaluate`: trains models of what learners know on one file and prints how well another's answers are told. */
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { tracingNotes, tracingReportJson, tracingReportLines } from '../evaluation/tracing-report.ts';
import { engineFault, ensure } from '../fault.ts';
import { flag, parseOptions, required, whole } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { readSettings } from '../settings.ts';
import { listenForStop, Stopped } from '../supervise/stop-signal.ts';
import { ensured } from '../table/read-file.ts';
import { trainingProgress } from '../terminal/training-progress.ts';

/** The seed of the engine's random numbers is a whole number of 31 bits. */
const largestSeed = 2 ** 31 - 1;
const schema = z.object({
  train: required,
  valid: required,
  test: required,
  seed: whole(0, largestSeed, 0),
  json: flag,
});

/**
 * Figures go to standard output; progress, and what the files hold that training has not seen, to standard error.
 *
 * @returns exit code: 0, or 130 where it was stopped
 * @throws FaultError naming the option, or the line and field of a file
 */
export async function practiceEvaluate(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  ensure(await checkOnnxRuntime());
  const { useDevice } = await import('@praxis/core');
  await useDevice(readSettings(process.env).device);
  const { evaluateTracing, readResponses } = await import('@praxis/practice');
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  const began = performance.now();
  const progress = trainingProgress('practice');
  try {
    progress.show({ stage: 'read', fraction: 0 });
    const training = ensured(await readResponses(options.train));
    const validation = ensured(await readResponses(options.valid));
    const test = ensured(await readResponses(options.test));
    signal.throwIfAborted();
    const evaluation = await evaluateTracing(
      { training, validation, test },
      { seed: options.seed, threads: 1, onProgress: progress.show, signal },
    );
    progress.end();
    if (!evaluation.ok) throw engineFault(evaluation.error);
    const seconds = (performance.now() - began) / 1000;
    const { value } = evaluation;
    for (const note of tracingNotes(value)) console.error(note);
    console.log(options.json ? tracingReportJson(value) : tracingReportLines(value, seconds).join('\n'));
    return 0;
  } catch (error) {
    if (error instanceof Stopped) return 130;
    throw error;
  } finally {
    release();
  }
}
