import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeHome } from '../testing/home.ts';
import { startEmbedded, stopEmbedded } from './server.ts';

const isRoot = process.getuid?.() === 0;
const serverModule = path.join(import.meta.dirname, 'server.ts');

let folder = '';
let home = '';

beforeAll(async () => {
  folder = path.join(tmpdir(), `praxis-embedded-${process.pid}`);
  await mkdir(folder, { mode: 0o755 });
  home = path.join(folder, 'home');
});

afterAll(async () => {
  for (const name of ['home', 'moved', 'closed', 'killed']) await removeHome(path.join(folder, name));
  await rm(folder, { recursive: true, force: true });
});

async function query<T>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** The server's process id, as PostgreSQL wrote it. */
async function pidOf(place: string): Promise<number> {
  const text = await readFile(path.join(place, 'postgres/cluster/data/postmaster.pid'), 'utf8');
  return Number.parseInt(text, 10);
}

/** Runs a program in a process of its own. */
function child(code: string) {
  const program = `import { startEmbedded, stopEmbedded } from ${JSON.stringify(serverModule)};\n${code}`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function firstOutput(process_: ReturnType<typeof child>): Promise<string> {
  const [chunk] = await once(process_.stdout, 'data');
  return String(chunk);
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
    if (/\) Z/.test(state)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('embedded server', () => {
  it('is one server for four processes that start it at once, and for a later start', async () => {
    const code = `console.log(JSON.stringify(await startEmbedded(${JSON.stringify(home)})))`;
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => JSON.parse(await firstOutput(child(code)))),
    );
    expect(new Set(answers.map((answer) => answer.url)).size).toBe(1);
    expect(answers.filter((answer) => answer.startedHere)).toHaveLength(1);
    const again = await startEmbedded(home);
    expect(again).toEqual({ url: answers[0].url, startedHere: false });
  });

  it('starts whole after starts that were killed at any moment', async () => {
    const killed = path.join(folder, 'killed');
    for (const delay of [900, 400]) {
      const parent = child(`await startEmbedded(${JSON.stringify(killed)})`);
      // On a fast machine it is through before it is killed.
      const exited = once(parent, 'exit');
      await new Promise((resolve) => setTimeout(resolve, delay));
      parent.kill('SIGKILL');
      await exited;
    }
    const { url } = await startEmbedded(killed);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stopEmbedded(killed);
    // What an orphan was still writing then is swept away now.
    await startEmbedded(killed);
    expect((await readdir(path.join(killed, 'postgres/cluster'))).sort()).toEqual(['data', 'server.log']);
  });

  it('speaks UTF-8 by the builtin locale, keeps fsync on, and its owner is no superuser', async () => {
    const { url } = await startEmbedded(home);
    const [row] = await query(
      url,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
        pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
        (select rolsuper from pg_roles where rolname = current_user) as super, upper('ä') as upper
      from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({
      fsync: 'on',
      pages: 'on',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      super: false,
      upper: 'Ä',
    });
  });

  it('lets nobody in without the password', async () => {
    const { url } = await startEmbedded(home);
    const open = new URL(url);
    open.password = 'guess';
    await expect(query(open.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    const record = path.join(home, 'postgres/server.json');
    expect((await stat(record)).mode & 0o777).toBe(0o600);
  });

  it('outlives a parent that is killed, and the next start finds it with its rows', async () => {
    await stopEmbedded(home);
    const parent = child(
      `console.log(JSON.stringify(await startEmbedded(${JSON.stringify(home)}))); setInterval(() => {}, 1000);`,
    );
    const { url, startedHere } = JSON.parse(await firstOutput(parent));
    expect(startedHere).toBe(true);
    await query(url, 'create table kept (n int); insert into kept values (1)');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(await startEmbedded(home)).toEqual({ url, startedHere: false });
    expect(await query(url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('keeps every committed row when the server itself is killed', async () => {
    const { url } = await startEmbedded(home);
    await query(url, 'insert into kept values (2)');
    const pid = await pidOf(home);
    process.kill(pid, 'SIGKILL');
    const restarted = await startEmbedded(home);
    expect(restarted).toEqual({ url, startedHere: true });
    expect(await pidOf(home)).not.toBe(pid);
    expect(await query(url, 'select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('is not fooled by a stale pid file whose pid another program was given', async () => {
    const { url } = await startEmbedded(home);
    const pid = await pidOf(home);
    const file = path.join(home, 'postgres/cluster/data/postmaster.pid');
    const text = await readFile(file, 'utf8');
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    await writeFile(file, text.replace(String(pid), String(process.pid)));
    expect(await startEmbedded(home)).toEqual({ url, startedHere: true });
  });

  it('takes another port when its own is taken', async () => {
    const { url } = await startEmbedded(home);
    await stopEmbedded(home);
    const port = Number(new URL(url).port);
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const moved = await startEmbedded(home);
    other.close();
    expect(Number(new URL(moved.url).port)).not.toBe(port);
    await stopEmbedded(home);
    expect((await startEmbedded(home)).url).toBe(moved.url);
  });

  it('keeps its rows when the home folder is moved', async () => {
    await stopEmbedded(home);
    const moved = path.join(folder, 'moved');
    await rename(home, moved);
    const { url } = await startEmbedded(moved);
    expect(await query(url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
    await stopEmbedded(moved);
    await rename(moved, home);
  });

  it('stops twice without complaint', async () => {
    await stopEmbedded(home);
    await stopEmbedded(home);
    await expect(pidOf(home)).rejects.toThrow(/ENOENT/);
  });

  it.runIf(isRoot)('works below a folder that is closed to others, and is found again there', async () => {
    const closed = path.join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const { url } = await startEmbedded(closed);
    await query(url, 'create table kept (n int)');
    await stopEmbedded(closed);
    const again = await startEmbedded(closed);
    expect(await query(again.url, 'select n from kept')).toEqual([]);
    await stopEmbedded(closed);
  });

  describe('that cannot start', () => {
    const data = () => path.join(home, 'postgres/cluster/data');

    it('says that the folder is a file', async () => {
      const file = path.join(folder, 'file');
      await writeFile(file, '');
      await expect(startEmbedded(path.join(file, 'home'))).rejects.toMatchObject({
        code: 'homeUnwritable',
        message: expect.stringContaining(file),
        mend: expect.stringContaining('PRAXIS_HOME'),
      });
    });

    it('says that the data is damaged, and works again once it is restored', async () => {
      const control = path.join(data(), 'global/pg_control');
      const whole = await readFile(control);
      await writeFile(control, Buffer.alloc(whole.length));
      await expect(startEmbedded(home)).rejects.toMatchObject({
        code: 'dataDamaged',
        message: expect.stringContaining(home),
      });
      await writeFile(control, whole);
      expect((await startEmbedded(home)).startedHere).toBe(true);
      await stopEmbedded(home);
    });

    it('says that the data was written by another release', async () => {
      await writeFile(path.join(data(), 'PG_VERSION'), '12\n');
      await expect(startEmbedded(home)).rejects.toMatchObject({ code: 'dataVersion' });
      await writeFile(path.join(data(), 'PG_VERSION'), '18\n');
    });

    it('does not begin anew when the data is gone', async () => {
      await rename(data(), `${data()}.aside`);
      await expect(startEmbedded(home)).rejects.toMatchObject({ code: 'dataDamaged' });
      await rename(`${data()}.aside`, data());
    });

    it('says that its record cannot be read', async () => {
      const record = path.join(home, 'postgres/server.json');
      const whole = await readFile(record, 'utf8');
      await writeFile(record, whole.slice(0, 40));
      await expect(startEmbedded(home)).rejects.toMatchObject({
        code: 'dataDamaged',
        message: expect.stringContaining(record),
      });
      await writeFile(record, whole);
      expect((await startEmbedded(home)).startedHere).toBe(true);
    });
  });
});
