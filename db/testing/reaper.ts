/** Runs beside a test run and removes its server once the run is over, however it ended. Arguments: pid, home. */
import { setTimeout as sleep } from 'node:timers/promises';
import { removeHome } from './home.ts';

const [run, home] = process.argv.slice(2);
if (!run || !home) throw new Error('Usage: reaper.ts <pid of the test run> <home>');

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

while (lives(Number(run))) await sleep(300);
await removeHome(home);
