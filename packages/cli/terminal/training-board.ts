/** Training as the terminal shows it: one line an outcome. */
import { clock, styled } from './terminal.ts';

/** What is known of one outcome's training. */
export interface TrainingLine {
  readonly outcome: string;
  readonly status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  /** Of a running one, as in the engine's stages. */
  readonly stage: string | null;
  /** 0 to 1, of the whole run. */
  readonly fraction: number;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly error: string | null;
}

const barWidth = 24;

const stageWords: Readonly<Record<string, string>> = {
  read: 'reading the table',
  prepare: 'preparing',
  crossValidate: 'cross-validating',
  choose: 'choosing',
  bootstrap: 'fitting on all rows',
  distil: 'learning from the teacher',
  export: 'writing and scoring',
};

const stageWord = (stage: string | null): string => stageWords[stage ?? ''] ?? stage ?? 'starting';

const percent = (fraction: number): string => `${Math.floor(fraction * 100)} %`.padStart(5);

function bar(fraction: number): string {
  const full = Math.round(Math.min(1, Math.max(0, fraction)) * barWidth);
  return `${styled('green', '━'.repeat(full))}${styled('dim', '─'.repeat(barWidth - full))}`;
}

/** The live line of one outcome. */
export function trainingLine(line: TrainingLine, now: Date): string {
  const name = `  ${line.outcome.padEnd(16)}`;
  const since = line.startedAt === null ? 0 : (line.finishedAt ?? now).getTime() - line.startedAt.getTime();
  switch (line.status) {
    case 'queued':
      return `${name}${bar(0)} ${percent(0)}  ${styled('dim', 'waiting')}`;
    case 'running':
      return `${name}${bar(line.fraction)} ${percent(line.fraction)}  ${stageWord(line.stage)} ${styled('dim', clock(since))}`;
    case 'succeeded':
      return `${name}${bar(1)} ${percent(1)}  ready ${styled('dim', clock(since))}`;
    case 'cancelled':
      return `${name}${styled('yellow', 'cancelled')}`;
    case 'failed':
      return `${name}${styled('red', 'failed')}: ${line.error ?? 'no reason was recorded'}`;
  }
}

/** A step of a run that is worth a plain line where nothing can be drawn in place: every quarter, and every change. */
export function milestone(line: TrainingLine): string {
  const quarter = line.status === 'running' ? Math.floor(line.fraction * 4) : 0;
  return `${line.status} ${quarter}`;
}

/** The plain line of a milestone. */
export function plainTrainingLine(line: TrainingLine): string {
  if (line.status === 'running') {
    return `  ${line.outcome}: ${Math.floor(line.fraction * 100)} %, ${stageWord(line.stage)}`;
  }
  return `  ${line.outcome}: ${line.status === 'queued' ? 'waiting' : line.status}${line.error === null ? '' : `: ${line.error}`}`;
}
