/** How much of the processors a process gets when everyone wants them. */
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Gives the process a nice value.
 *
 * Linux with autogroups (sched(7)) shares the processors between sessions first, and a nice value counts only within one.
 * Each of our children leads a session of its own, so the session gets the value too; without it two training runs
 * would take two thirds from the web server.
 */
export function setUrgency(pid: number, nice: number): void {
  setPriority(pid, nice);
  if (process.platform !== 'linux') return;
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(nice));
  } catch {
    // No autogroups in this kernel: the nice value counts against everyone.
  }
}
