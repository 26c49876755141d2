/** What every part of a start needs around it. */
import type { Settings } from '../settings.ts';
import type { Shutdown } from '../supervise/shutdown.ts';
import type { Step } from '../terminal/steps.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface Surroundings {
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly shutdown: Shutdown;
  /** Aborted when somebody asks to stop, or a process that the product needs does not live. */
  readonly signal: AbortSignal;
  readonly step: Step;
}
