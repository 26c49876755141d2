/** One child process that is kept alive: restarted when it dies, stopped when told, killed when it does not stop. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { Environment } from '../settings.ts';
import { setUrgency } from './urgency.ts';

/** For `node --import`: ends a program that is not ours when the supervisor goes. */
export const lifeline = pathToFileURL(`${import.meta.dirname}/lifeline.ts`).href;

export interface ChildPlan {
  /** As people know it: "web server", "worker 1". */
  readonly name: string;
  /** Arguments of this Node. */
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly environment: Environment;
  /** Nice value, 0 where absent. */
  readonly priority?: number;
  /** How long it may take to stop before it is killed. */
  readonly graceMs: number;
  /** Deaths within the last minute after which it is not started again. */
  readonly deaths: number;
}

export interface ChildEvents {
  /** A line that the child printed. */
  readonly onLine: (line: string) => void;
  /** It died unasked, after its last line; `again` says whether it is started again. */
  readonly onDeath: (cause: string, again: boolean) => void;
}

export interface SupervisedChild {
  readonly name: string;
  /** Closes the channel (the child then ends by itself) and waits until it is gone. */
  stop(): Promise<void>;
  /** Does not wait for anything. */
  kill(): void;
}

const minuteMs = 60_000;

/** Starts the child and keeps it alive until it is stopped. */
export function superviseChild(plan: ChildPlan, events: ChildEvents): SupervisedChild {
  let child: ChildProcess | null = null;
  let restart: NodeJS.Timeout | undefined;
  let stopping = false;
  let gone: Promise<void> = Promise.resolve();
  let deaths: number[] = [];

  const launch = (): void => {
    // A group of its own: Ctrl-C in the terminal reaches the supervisor alone, which stops all in order.
    const started = spawn(process.execPath, [...plan.arguments], {
      cwd: plan.folder,
      env: { ...plan.environment, NODE_ENV: 'production' },
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', events.onLine);
    }
    if (started.pid !== undefined && plan.priority !== undefined) setUrgency(started.pid, plan.priority);
    gone = new Promise((resolve) => {
      const ended = (): void => {
        child = null;
        resolve();
      };
      started.once('exit', ended);
      started.once('error', (error) => {
        events.onLine(error.message);
        ended();
      });
    });
    // Comes when all it printed has been read; does not come after we closed the channel.
    started.once('close', (code, signal) => {
      if (!stopping) died(signal === null ? `exit code ${code}` : `signal ${signal}`);
    });
  };

  const died = (cause: string): void => {
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < minuteMs), now];
    const again = deaths.length < plan.deaths;
    events.onDeath(cause, again);
    // 0.2, 0.4, 0.8 … seconds: at once after a single death, calmer when it keeps dying.
    if (again) restart = setTimeout(launch, 100 * 2 ** deaths.length);
  };

  const kill = (): void => {
    stopping = true;
    clearTimeout(restart);
    child?.kill('SIGKILL');
  };

  launch();
  return {
    name: plan.name,
    kill,
    async stop() {
      stopping = true;
      clearTimeout(restart);
      if (child?.connected) child.disconnect();
      const overdue = setTimeout(kill, plan.graceMs);
      await gone;
      clearTimeout(overdue);
    },
  };
}
