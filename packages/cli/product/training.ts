/** Trains what is missing, and shows how it goes. */
import { openQueue, type TrainingRun, trainingRuns } from '@praxis/db';
import { clock, styled } from '../terminal/terminal.ts';
import type { TrainingLine } from '../terminal/training-board.ts';
import type { ProductDatabase } from './database.ts';
import { enqueueMissing } from './missing.ts';
import { aurocText, type ModelState } from './model-state.ts';
import { diagnosisModels, modelStates } from './models.ts';
import type { Surroundings } from './surroundings.ts';
import { watchTraining } from './watch.ts';

/**
 * Enqueues what has no whole model, follows it until it ended and prints every model's figures. Training that is asked
 * for later, on the page, is the workers' affair alone.
 */
export async function trainMissing({ url, database }: ProductDatabase, around: Surroundings): Promise<void> {
  const { settings, terminal, signal } = around;
  const served = diagnosisModels(database);
  const runs = trainingRuns(database);
  const states = await modelStates(served, settings.home);
  for (const state of states) {
    if (state.state === 'damaged') terminal.line(`  ${state.outcome}: ${state.why} That begins now.`);
  }
  const queue = await openQueue(url);
  const missing = await enqueueMissing(served.vertical, states, runs, queue).finally(() => queue.stop());
  if (missing.length === 0) return summary(around, states, 0);

  const began = Date.now();
  const ended = await watchTraining(
    terminal,
    async () => newestRuns(await runs.list(served.vertical), missing),
    signal,
  );
  for (const { outcome, status, error } of ended) {
    if (status === 'succeeded') continue;
    terminal.line(`  ${styled('red', '✗')} ${outcome} ${status}${error === null ? '' : `: ${error}`}`);
    terminal.line('    Start it again on the training page, or start Praxis again.');
  }
  summary(around, await modelStates(served, settings.home), Date.now() - began);
}

/** The newest run of each outcome, in the order of the outcomes. `runs` come newest first. */
function newestRuns(runs: readonly TrainingRun[], outcomes: readonly string[]): readonly TrainingLine[] {
  return outcomes.flatMap((outcome) => runs.find((run) => run.outcome === outcome) ?? []);
}

function summary({ terminal }: Surroundings, states: readonly ModelState[], tookMs: number): void {
  const ready = states.filter((state) => state.state === 'ready');
  const all = ready.length === states.length;
  const head = all
    ? `${styled('green', '✓')} All models ready`
    : `${ready.length} of ${states.length} models ready`;
  terminal.line(`  ${head}${tookMs > 0 ? ` after ${clock(tookMs)}` : ''}`);
  for (const { outcome, auroc } of ready) terminal.line(`    ${outcome.padEnd(16)}${aurocText(auroc)}`);
}
