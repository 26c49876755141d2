/** How far one training is, on standard error: drawn in place in a terminal, else a line for each quarter. */
import { Terminal } from './terminal.ts';
import { milestone, plainTrainingLine, type TrainingLine, trainingLine } from './training-board.ts';

/** Drawing more often than eyes follow would only slow the work. */
const redrawMs = 100;

export function trainingProgress(outcome: string) {
  const terminal = new Terminal(process.stderr);
  const startedAt = new Date();
  let said = '';
  let drawnAt = 0;
  return {
    show: ({ stage, fraction }: { readonly stage: string; readonly fraction: number }): void => {
      const line: TrainingLine = {
        outcome,
        status: 'running',
        stage,
        fraction,
        startedAt,
        finishedAt: null,
        error: null,
      };
      if (terminal.interactive) {
        if (Date.now() - drawnAt < redrawMs) return;
        drawnAt = Date.now();
        terminal.live([trainingLine(line, new Date())]);
      } else if (said !== milestone(line)) {
        said = milestone(line);
        terminal.line(plainTrainingLine(line));
      }
    },
    end: () => terminal.live([]),
  };
}
