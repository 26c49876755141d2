/** Runs one of PostgreSQL's programs as the account of the server and hands back what it said. */
import { spawn } from 'node:child_process';
import type { Account } from './account.ts';
import { serverEnvironment } from './account.ts';

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs to its end. The program stands in a session of its own: Ctrl-C in the terminal does not reach it, its
 * caller decides what happens then. @throws Error where it cannot be started at all.
 */
export function runProgram(
  file: string,
  options: readonly string[],
  account: Account | null,
  folder: string,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, options, {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd: folder,
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: output.trim() }));
    // On Windows the server inherits the pipes of pg_ctl, so they stay open.
    child.once('exit', (code) => setTimeout(() => resolve({ code, output: output.trim() }), 250).unref());
  });
}
