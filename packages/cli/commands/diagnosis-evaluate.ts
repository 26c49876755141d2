/** `praxis diagnosis evaluate`: trains on the real cohort files, without database or web server, and prints how well it does. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { ensure, FaultError } from '../fault.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { readSettings } from '../settings.ts';
import { listenForStop, Stopped } from '../supervise/stop-signal.ts';
import { trainingProgress } from '../terminal/training-progress.ts';

const given = z.object({ outcome: z.string().optional(), json: z.boolean().default(false) });

/**
 * Runs the product's own pipeline on a store in memory. Figures go to standard output, progress to standard error.
 *
 * @returns exit code: 0, or 130 where it was stopped
 * @throws FaultError usage for an unknown outcome; CohortFailure; what the training says
 */
export async function diagnosisEvaluate(options: unknown): Promise<number> {
  const { outcome: only, json } = given.parse(options);
  ensure(await checkOnnxRuntime());
  const { useDevice } = await import('@praxis/core');
  await useDevice(readSettings(process.env).device);
  const { diagnosis, readCohortFiles } = await import('@praxis/diagnosis');
  const { memoryStore } = await import('../evaluation/memory-store.ts');
  const { abstentionFigures } = await import('../evaluation/abstentions.ts');
  const { reportJson, reportLines } = await import('../evaluation/report.ts');
  const outcomes = diagnosis.outcomes.filter((outcome) => only === undefined || outcome === only);
  if (outcomes.length === 0) {
    throw new FaultError({
      code: 'usage',
      message: `There is no outcome "${only}".`,
      mend: `Take one of: ${diagnosis.outcomes.join(', ')}.`,
    });
  }

  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  const models = await mkdtemp(path.join(tmpdir(), 'praxis-diagnosis-evaluate-'));
  try {
    const store = memoryStore(await readCohortFiles());
    for (const outcome of outcomes) {
      const began = performance.now();
      const progress = trainingProgress(outcome);
      const { card } = await diagnosis.train(outcome, {
        store,
        models,
        runs: null,
        parallel: availableParallelism(),
        onProgress: progress.show,
        signal,
      });
      progress.end();
      const seconds = (performance.now() - began) / 1000;
      const scores = store.scores(outcome);
      const abstentions = scores === undefined ? [] : abstentionFigures(scores.risks, scores.events);
      console.log(
        json
          ? reportJson(card, abstentions, seconds)
          : `${reportLines(card, abstentions, seconds).join('\n')}\n`,
      );
    }
    return 0;
  } catch (error) {
    if (error instanceof Stopped) return 130;
    throw error;
  } finally {
    release();
    await rm(models, { recursive: true, force: true });
  }
}
