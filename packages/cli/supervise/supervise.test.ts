import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ChildEvents, lifeline, superviseChild } from './child.ts';
import { Shutdown } from './shutdown.ts';
import { listenForStop } from './stop-signal.ts';

let folder: string;
let journal: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'praxis-supervise-'));
  journal = path.join(folder, 'journal');
  await writeFile(journal, '');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes "NAME up" when it runs and "NAME down" when it ends by itself, `ms` after it was told to. */
const worker = (name: string, ms = 0): string => `
  const { appendFileSync } = require('node:fs');
  const say = (what) => appendFileSync(${JSON.stringify(journal)}, '${name} ' + what + '\\n');
  process.once('disconnect', () => setTimeout(() => { say('down'); process.exit(0); }, ${ms}));
  setInterval(() => {}, 1000);
  say('up');
`;
const silent: ChildEvents = { onLine: () => {}, onDeath: () => {} };
const plan = (
  name: string,
  script: string,
  changes: { graceMs?: number; deaths?: number; priority?: number } = {},
) => ({
  name,
  arguments: ['-e', script],
  folder,
  environment: { PATH: process.env.PATH },
  graceMs: 5_000,
  deaths: 5,
  ...changes,
});
const lines = async (): Promise<string[]> => (await readFile(journal, 'utf8')).split('\n').filter(Boolean);
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

describe('stopping', () => {
  test('the web server is gone before a worker is told, and the workers before the database stops', async () => {
    const first = superviseChild(plan('worker 1', worker('worker-1', 150)), silent);
    const web = superviseChild(plan('web', worker('web', 300)), silent);
    const second = superviseChild(plan('worker 2', worker('worker-2', 50)), silent);
    await until(async () => expect(await lines()).toHaveLength(3));
    const shutdown = new Shutdown();
    // Added in another order than the one they stop in.
    shutdown.add('database', 'database', () => appendFile(journal, 'database down\n'));
    for (const child of [first, second]) shutdown.add('workers', child.name, child.stop);
    shutdown.add('web', web.name, web.stop);
    await shutdown.run(() => {});
    expect((await lines()).slice(3)).toEqual(['web down', 'worker-2 down', 'worker-1 down', 'database down']);
  });

  test('a part that cannot be stopped is reported and the database is stopped all the same', async () => {
    const stopped: string[] = [];
    const shutdown = new Shutdown();
    shutdown.add('web', 'web', () => Promise.reject(new Error('stuck')));
    shutdown.add('database', 'database', async () => {
      stopped.push('database');
    });
    const reported: string[] = [];
    await shutdown.run((name) => reported.push(name));
    expect({ reported, stopped }).toEqual({ reported: ['web'], stopped: ['database'] });
  });

  test('a child that does not listen is killed when its grace is over', async () => {
    const deaf = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up');`;
    const printed: string[] = [];
    const child = superviseChild(plan('deaf', deaf, { graceMs: 300 }), {
      ...silent,
      onLine: (line) => printed.push(line),
    });
    await until(() => expect(printed).toEqual(['up']));
    const began = performance.now();
    await child.stop();
    expect(performance.now() - began).toBeGreaterThanOrEqual(290);
  });
});

describe('dying', () => {
  test('a child that dies is started again, and no more after too many deaths within a minute', async () => {
    const heard: (string | boolean)[] = [];
    const child = superviseChild(plan('web', `console.log('no room'); process.exit(3)`, { deaths: 3 }), {
      onLine: (line) => heard.push(line),
      onDeath: (cause, again) => heard.push(cause, again),
    });
    const death = (again: boolean) => ['no room', 'exit code 3', again];
    await until(() => expect(heard).toEqual([true, true, false].flatMap(death)));
    await child.stop();
  });

  test('a child that was stopped is not started again', async () => {
    const onDeath = vi.fn();
    const child = superviseChild(plan('worker', worker('worker')), { ...silent, onDeath });
    await until(async () => expect(await lines()).toEqual(['worker up']));
    await child.stop();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(onDeath).not.toHaveBeenCalled();
    expect(await lines()).toEqual(['worker up', 'worker down']);
  });

  test('when the supervisor is killed, children that listen and children that do not both end', async () => {
    const deaf = path.join(folder, 'deaf.js');
    await writeFile(
      deaf,
      `const { appendFileSync } = require('node:fs');
       process.on('SIGTERM', () => { appendFileSync(${JSON.stringify(journal)}, 'deaf down\\n'); process.exit(0); });
       setInterval(() => {}, 1000);
       appendFileSync(${JSON.stringify(journal)}, 'deaf up\\n');`,
    );
    const supervisor = path.join(folder, 'supervisor.ts');
    const plans = [
      plan('worker', worker('worker')),
      { ...plan('web', ''), arguments: ['--import', lifeline, deaf] },
    ];
    await writeFile(
      supervisor,
      `import { superviseChild } from ${JSON.stringify(path.join(import.meta.dirname, 'child.ts'))};
       for (const plan of ${JSON.stringify(plans)}) superviseChild(plan, { onLine() {}, onDeath() {} });`,
    );
    const running = spawn(process.execPath, [supervisor], { stdio: 'ignore' });
    await until(async () => expect((await lines()).sort()).toEqual(['deaf up', 'worker up']));
    running.kill('SIGKILL');
    await until(async () => expect((await lines()).slice(2).sort()).toEqual(['deaf down', 'worker down']));
  });
});

describe('urgency', () => {
  // Only Linux kernels with autogroups have this file.
  const autogroups = existsSync('/proc/self/autogroup');
  test.skipIf(!autogroups)('a child that gives way does so against other sessions too', async () => {
    const printed: string[] = [];
    const script = `
      process.once('disconnect', () => process.exit());
      setInterval(() => console.log(require('node:fs').readFileSync('/proc/self/autogroup', 'utf8')), 20);
    `;
    const child = superviseChild(plan('worker', script, { priority: 5 }), {
      ...silent,
      onLine: (line) => printed.push(line),
    });
    await until(() => expect(printed).toContainEqual(expect.stringMatching(/nice 5$/)));
    await child.stop();
  });
});

describe('signals', () => {
  test('Ctrl-C passed on by npm counts once; a later one forces', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const source = new EventEmitter();
    const force = vi.fn();
    const stop = listenForStop(force, source);
    source.emit('SIGINT');
    vi.advanceTimersByTime(100);
    source.emit('SIGINT');
    expect(stop.signal.aborted).toBe(true);
    expect(force).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    source.emit('SIGINT');
    expect(force).toHaveBeenCalledOnce();
    stop.release();
    expect(source.listenerCount('SIGINT')).toBe(0);
    vi.useRealTimers();
  });
});
