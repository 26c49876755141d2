/** Shows the training of outcomes until each has come to an end. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Terminal } from '../terminal/terminal.ts';
import { milestone, plainTrainingLine, type TrainingLine, trainingLine } from '../terminal/training-board.ts';

const everyMs = 500;

const over = ({ status }: TrainingLine): boolean => status !== 'queued' && status !== 'running';

/**
 * Draws one line an outcome in a terminal, and prints milestones where the output is none.
 *
 * @param read the present state, one line an outcome; a read that fails is tried again
 * @returns how each ended
 * @throws the signal's reason
 */
export async function watchTraining(
  terminal: Terminal,
  read: () => Promise<readonly TrainingLine[]>,
  signal: AbortSignal,
): Promise<readonly TrainingLine[]> {
  const said = new Map<string, string>();
  for (;;) {
    const lines = await read().catch(() => null);
    signal.throwIfAborted();
    if (lines !== null) {
      terminal.live(['', ...lines.map((line) => trainingLine(line, new Date()))]);
      if (!terminal.interactive) {
        for (const line of lines.filter((line) => said.get(line.outcome) !== milestone(line))) {
          said.set(line.outcome, milestone(line));
          // Its worker says so, with the figures.
          if (line.status !== 'succeeded') terminal.line(plainTrainingLine(line));
        }
      }
      if (lines.every(over)) {
        terminal.live([]);
        return lines;
      }
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}
