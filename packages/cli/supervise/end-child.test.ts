import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Nobody listens there: port 1 is given to a service of the past. */
const unreachable = 'postgres://nobody:x@127.0.0.1:1/none';

test.each(['worker', 'exercises', 'payments'])(
  '%s: without its database it says so and ends, to be started again',
  async (program) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, `../${program}.ts`)], {
      env: { ...process.env, DATABASE_URL: unreachable, PRAXIS_DECISIONS_KEY: 'key' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    const [code] = await once(child, 'close');
    expect(said).toContain('127.0.0.1:1');
    expect(code).toBe(1);
  },
);
