/** Has the model that rewords word problems trained: after all others, since the sentences of the grammar stand meanwhile. */
import { openQueue, trainingRuns } from '@praxis/db';
import { styled } from '../terminal/terminal.ts';
import { wordingRun } from '../training/wording.ts';
import { chosenWordingModel } from '../wording-model.ts';
import type { ProductDatabase } from './database.ts';
import { enqueueMissing } from './missing.ts';
import type { Surroundings } from './surroundings.ts';
import { newestRuns } from './training.ts';
import { watchTraining } from './watch.ts';

/**
 * Does nothing where the model is there, or where a setting names another one.
 *
 * @throws the signal's reason
 */
export async function trainWords({ url, database }: ProductDatabase, around: Surroundings): Promise<void> {
  const { settings, terminal, signal } = around;
  if (signal.aborted || (await chosenWordingModel(settings)) !== null) return;
  const runs = trainingRuns(database);
  const queue = await openQueue(url);
  const { vertical, outcome } = wordingRun;
  await enqueueMissing(vertical, [{ outcome, state: 'none' }], runs, queue).finally(() => queue.stop());
  const ended = await watchTraining(terminal, () => newestRuns(runs, [wordingRun]), signal);
  for (const { status, error } of ended) {
    if (status === 'succeeded') continue;
    terminal.line(`  ${styled('red', '✗')} ${outcome} ${status}${error === null ? '' : `: ${error}`}`);
    terminal.line('    Exercises keep the sentences of the grammar until Praxis is started again.');
  }
}
