import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockHome } from './home-lock.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-lock-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

test('a second start on the same folder is refused with the address of the first, until the first is killed', async () => {
  const script = path.join(home, 'first.ts');
  await writeFile(
    script,
    `import { lockHome } from ${JSON.stringify(path.join(import.meta.dirname, 'home-lock.ts'))};
     await lockHome(${JSON.stringify(home)}, 'http://localhost:3456');
     console.log('locked');
     setInterval(() => {}, 1000);`,
  );
  const first = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(first.stdout, 'data');
  await expect(lockHome(home, 'http://localhost:3457')).rejects.toMatchObject({
    code: 'alreadyRunning',
    message: expect.stringContaining(`http://localhost:3456 (process ${first.pid})`),
  });
  first.kill('SIGKILL');
  await once(first, 'exit');
  const lock = await lockHome(home, 'http://localhost:3457');
  expect(lock.leftBehind).toBe(true);
  await lock.release();
  const next = await lockHome(home, 'http://localhost:3457');
  expect(next.leftBehind).toBe(false);
  await next.release();
});
