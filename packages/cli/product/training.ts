/** Trains what is missing, and shows how it goes. */
import {
  type Database,
  openQueue,
  type Purpose,
  type Queue,
  type TrainingRuns,
  trainingRuns,
} from '@praxis/db';
import { clock, styled } from '../terminal/terminal.ts';
import type { TrainingLine } from '../terminal/training-board.ts';
import { storedVerticals } from '../verticals.ts';
import type { ProductDatabase } from './database.ts';
import { enqueueMissing } from './missing.ts';
import { aurocText, type ModelState } from './model-state.ts';
import { modelStates } from './models.ts';
import type { Surroundings } from './surroundings.ts';
import { watchTraining } from './watch.ts';

/**
 * Enqueues what has no whole model, follows it until it ended and prints every model's figures. Training that is asked
 * for later, on the page, is the workers' affair alone.
 */
export async function trainMissing({ url, database }: ProductDatabase, around: Surroundings): Promise<void> {
  const { settings, terminal, signal } = around;
  const runs = trainingRuns(database);
  const states = await statesOf(database, settings.home);
  for (const state of states) {
    if (state.state === 'damaged') terminal.line(`  ${state.outcome}: ${state.why} That begins now.`);
  }
  const queue = await openQueue(url);
  const missing = await enqueueAll(states, runs, queue).finally(() => queue.stop());
  if (missing.length === 0) return summary(around, states, 0);
  const began = Date.now();
  const ended = await watchTraining(terminal, () => newestRuns(runs, missing), signal);
  for (const { outcome, status, error } of ended) {
    if (status === 'succeeded') continue;
    terminal.line(`  ${styled('red', '✗')} ${outcome} ${status}${error === null ? '' : `: ${error}`}`);
    terminal.line('    Start it again on the training page, or start Praxis again.');
  }
  summary(around, await statesOf(database, settings.home), Date.now() - began);
}

type VerticalState = ModelState & Pick<Purpose, 'vertical'>;

/** Of every outcome of every vertical, in their order. */
async function statesOf(database: Database, home: string): Promise<readonly VerticalState[]> {
  const all: VerticalState[] = [];
  for (const vertical of storedVerticals(database)) {
    const states = await modelStates(vertical, home);
    all.push(...states.map((state) => ({ ...state, vertical: vertical.id })));
  }
  return all;
}

/** @returns what was missing */
async function enqueueAll(
  states: readonly VerticalState[],
  runs: TrainingRuns,
  queue: Queue,
): Promise<readonly Purpose[]> {
  const missing: Purpose[] = [];
  for (const [vertical, own] of Map.groupBy(states, (state) => state.vertical)) {
    const outcomes = await enqueueMissing(vertical, own, runs, queue);
    missing.push(...outcomes.map((outcome) => ({ vertical, outcome })));
  }
  return missing;
}

/** The newest run of each, in their order. */
export async function newestRuns(
  runs: TrainingRuns,
  purposes: readonly Purpose[],
): Promise<readonly TrainingLine[]> {
  const verticals = [...new Set(purposes.map(({ vertical }) => vertical))];
  // Each list comes newest first.
  const all = (await Promise.all(verticals.map((vertical) => runs.list(vertical)))).flat();
  return purposes.flatMap(
    (purpose) =>
      all.find((run) => run.vertical === purpose.vertical && run.outcome === purpose.outcome) ?? [],
  );
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
