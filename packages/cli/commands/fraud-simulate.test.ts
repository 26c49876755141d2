import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readTransactions, scenarios, simulateDays, simulatedWorld } from '@praxis/fraud';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { praxis, startPraxis } from '../testing/praxis.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-simulate-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const simulate = (...words: readonly string[]) => praxis('fraud', 'simulate', ...words);

test('fraud simulate writes the world that its options name, says that it is simulated and counts its frauds', async () => {
  const out = path.join(home, 'small.csv');
  const size = ['--customers', '2000', '--terminals', '4000', '--days', '40'];
  const options = [...size, '--seed', '7', '--start', '2024-02-28'];
  const { code, stdout, stderr } = await simulate('--out', out, ...options);
  expect(code, stderr).toBe(0);
  const read = await readTransactions(out);
  if (!read.ok) throw new Error(read.error.message);
  const world = simulatedWorld({
    seed: 7,
    customers: 2_000,
    terminals: 4_000,
    days: 40,
    start: '2024-02-28',
  });
  const payments = Array.from(simulateDays(world), ({ transactions }) => transactions).flat();
  expect(read.value.transactions).toEqual(payments);
  expect(stdout).toContain(`Simulated, not real: ${payments.length} payments of 40 days in ${out}.`);
  for (const scenario of scenarios) {
    const count = payments.filter((payment) => payment.scenario === scenario).length;
    expect(stdout).toMatch(new RegExp(`^ +${scenario} +${count}$`, 'm'));
  }

  const gzip = path.join(home, 'small.csv.gz');
  expect(await simulate('--out', gzip, ...options)).toMatchObject({ code: 0 });
  expect(gunzipSync(await readFile(gzip)).equals(await readFile(out))).toBe(true);

  const handbook = path.join(home, 'handbook.csv');
  const only = await simulate('--out', handbook, ...options, '--handbook-only');
  expect(only.stdout).toMatch(/accountTakeover +0\n +muleRing +0\n +merchantCollusion +0/);
});

test('a wrong option and a path that cannot be written are named', async () => {
  const out = path.join(home, 'never.csv');
  for (const [option, value] of [
    ['--days', '0'],
    ['--customers', '1000001'],
    ['--start', '2018-02-30'],
  ] as const) {
    const { code, stderr } = await simulate('--out', out, option, value);
    expect(code).toBe(64);
    expect(stderr).toContain(`${option} is not`);
  }
  expect((await simulate()).stderr).toContain('--out is missing');
  const nowhere = path.join(home, 'no', 'such', 'folder.csv.gz');
  const { code, stderr } = await simulate('--out', nowhere, '--days', '1');
  expect(code).toBe(73);
  expect(stderr).toContain(nowhere);
});

test('stopped on the way, it leaves no file behind', async () => {
  const folder = await mkdtemp(path.join(home, 'stopped-'));
  const out = path.join(folder, 'long.csv');
  const { child, ended } = startPraxis('fraud', 'simulate', '--out', out, '--days', '3660');
  for (let files: string[] = []; files.length === 0; files = await readdir(folder)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGINT');
  expect((await ended).code).toBe(130);
  expect(await readdir(folder)).toEqual([]);
});
